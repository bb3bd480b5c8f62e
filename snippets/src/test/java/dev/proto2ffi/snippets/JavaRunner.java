package dev.proto2ffi.snippets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java against the runtime, the page's generated classes and its snippets so far.
 *
 * <p>A snippet with a type in its first column is a source file. Others are statements, or with {@code wrap=class} members,
 * of a class of their own; their imports are moved to its top, and what the mark gives are members. {@code with} has the
 * parameters of the method around statements. {@code run} calls {@code main}, or that method. Where a snippet imports
 * nothing, it has what its page is about: the runtime, generated packages and some of the JDK's.
 */
final class JavaRunner implements Runner {
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:@\\w+ )?(?:(?:public|final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum) (\\w+)");
    private static final Pattern HEADER = Pattern.compile("^(import|package) .*;.*$");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern PUBLIC =
            Pattern.compile("(?m)^public (?:final |abstract )?(?:class|interface|record|enum) (\\w+)");
    private static final String USUAL = "import dev.proto2ffi.runtime.*; import java.io.*; import java.lang.foreign.*;"
            + " import java.lang.invoke.*; import java.nio.file.*; import java.time.*; import java.util.*;"
            + " import java.util.concurrent.*; import java.util.function.*;"
            + " import static java.lang.foreign.ValueLayout.*;";

    @Override
    public void run(Snippet snippet, Workshop workshop) throws IOException {
        Matcher type = TYPE.matcher(snippet.text());
        boolean whole = type.find() && !snippet.mark().has("wrap");
        String name = whole ? type.group(1) : "Snippet" + snippet.line();
        Composition source = whole ? whole(snippet, workshop) : wrapped(snippet, workshop, name);
        Path file = workshop.folder("java" + snippet.line()).resolve(name + ".java");
        Files.writeString(file, source.text());
        String said = JavaCompiler.compile(file, source, workshop.classes());
        if (!said.isEmpty()) {
            throw snippet.failure(said);
        }
        if (snippet.mark().has("run")) {
            Matcher in = PACKAGE.matcher(snippet.text());
            Printed.compare(snippet, workshop, call(snippet, workshop, in.find() ? in.group(1) + "." + name : name));
        }
    }

    private static Composition whole(Snippet snippet, Workshop workshop) throws IOException {
        Composition source = new Composition(snippet.page());
        boolean importing =
                snippet.text().lines().anyMatch(line -> HEADER.matcher(line).matches());
        if (!importing) {
            source.line(USUAL + generatedTypes(workshop), snippet.line());
        }
        return source.given(snippet).body(snippet);
    }

    private static Composition wrapped(Snippet snippet, Workshop workshop, String name) throws IOException {
        boolean statements = !snippet.mark().get("wrap", "method").equals("class");
        Composition source = new Composition(snippet.page());
        source.line(USUAL + generatedTypes(workshop), snippet.line());
        source.body(snippet, HEADER, true);
        source.line("@SuppressWarnings(\"unused\") final class " + name + " {", snippet.line());
        source.given(snippet);
        if (statements) {
            String parameters = snippet.mark().get("with", "");
            source.line("static void snippet(" + parameters + ") throws Throwable {", snippet.line());
        }
        source.body(snippet, HEADER, false);
        return source.line(statements ? "}}" : "}", snippet.line());
    }

    /** Each by its name, which wins over those of the JDK. */
    private static String generatedTypes(Workshop workshop) throws IOException {
        Map<String, String> imports = new TreeMap<>();
        for (Path file : Workshop.files(workshop.generated(), ".java")) {
            String text = Files.readString(file);
            Matcher in = PACKAGE.matcher(text);
            Matcher type = PUBLIC.matcher(text);
            if (in.find() && type.find()) {
                imports.putIfAbsent(type.group(1), " import " + in.group(1) + "." + type.group(1) + ";");
            }
        }
        return String.join("", imports.values());
    }

    /** What it prints. */
    private static String call(Snippet snippet, Workshop workshop, String name) throws IOException {
        URL[] classes = {workshop.classes().toUri().toURL()};
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(classes, JavaRunner.class.getClassLoader());
                PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            Class<?> type = Class.forName(name, true, loader);
            boolean program = !name.equals("Snippet" + snippet.line());
            Method method =
                    program ? type.getDeclaredMethod("main", String[].class) : type.getDeclaredMethod("snippet");
            method.setAccessible(true);
            method.invoke(null, program ? new Object[] {new String[0]} : new Object[0]);
        } catch (InvocationTargetException e) {
            if (!snippet.mark().has("fails")) {
                throw new AssertionError(snippet.place() + ": " + e.getCause(), e.getCause());
            }
            printed.writeBytes((Objects.requireNonNull(e.getCause()) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException e) {
            throw snippet.failure(e.toString());
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
