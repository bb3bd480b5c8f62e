package dev.proto2ffi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.emit.java.JavaEmitter;
import dev.proto2ffi.core.layout.SchemaLayout;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assumptions;

/**
 * Generated Java in a folder, compiled together with the runtime's sources and what calls it, and run in a process of
 * its own: the compiler may run on 17, its output needs 22.
 */
public final class JavaTree {
    private static final Path RUNTIME = Path.of("..", "proto2ffi-runtime", "src", "main", "java", "dev");

    private final Path folder;
    private final Set<String> compiled = new HashSet<>();

    private JavaTree(Path folder) {
        this.folder = folder;
    }

    /** Emits into a subfolder of an existing folder; ends the test where the JDK is too old. */
    public static JavaTree emit(SchemaLayout layout, Path folder) {
        requireJdk();
        JavaTree tree = new JavaTree(folder);
        Diagnostics diagnostics = new Diagnostics();
        for (OutputFile file : new JavaEmitter().emit(layout, new Generator("test"), diagnostics)) {
            tree.write(file.path(), file.text());
        }
        assertThat(diagnostics.hasErrors()).as("%s", diagnostics.all()).isFalse();
        return tree;
    }

    @SuppressWarnings("SystemOut") // a skipped test must be seen
    private static void requireJdk() {
        if (Runtime.version().feature() < 22) {
            System.err.println("SKIPPED: generated Java needs JDK 22, this is " + Runtime.version());
            Assumptions.abort("generated Java needs JDK 22");
        }
    }

    /** Adds a resource that stands beside a test class. */
    public JavaTree add(Class<?> test, String name) {
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return write(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a source file. */
    public JavaTree add(String path, String text) {
        return write(path, text);
    }

    private JavaTree write(String path, String text) {
        try {
            Path file = sources().resolve(path);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles everything that wasn't compiled before, which must succeed without a word. */
    public JavaTree compile() {
        return compile(List.of());
    }

    /** As {@link #compile()}, with more flags for the compiler. */
    public JavaTree compile(List<String> flags) {
        List<String> files = new ArrayList<>(files(RUNTIME));
        files.addAll(files(sources()));
        files.removeAll(compiled);
        compiled.addAll(files);
        List<String> command =
                new ArrayList<>(List.of(jdk("javac"), "-J-XX:TieredStopAtLevel=1", "-proc:none", "-g:none"));
        Path classes = classes();
        String classPath = jspecify() + File.pathSeparator + classes;
        command.addAll(List.of("-cp", classPath, "-d", classes.toString(), "-Xlint:all,-processing,-path", "-Werror"));
        command.addAll(flags);
        try {
            command.add("@" + Files.write(folder.resolve("sources.txt"), files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tools.Result result = Tools.run(folder, command);
        assertThat(result.output()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return this;
    }

    /**
     * Runs a class.
     *
     * @param access {@code safe} or {@code raw}
     * @param arguments of the program
     * @return what it printed; any exit code but 0 is a failure
     */
    public String run(String main, String access, String... arguments) {
        return run(List.of("-XX:TieredStopAtLevel=1"), main, access, arguments);
    }

    /** As {@link #run(String, String, String...)}, with flags for the JVM. */
    public String run(List<String> flags, String main, String access, String... arguments) {
        return run(Map.of(), flags, main, access, arguments);
    }

    /** As {@link #run(String, String, String...)}, with flags for the JVM and more in its environment. */
    public String run(
            Map<String, String> environment, List<String> flags, String main, String access, String... arguments) {
        List<String> command = new ArrayList<>(List.of(jdk("java")));
        command.addAll(flags);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=" + access));
        command.addAll(List.of("-cp", classes().toString(), main));
        command.addAll(List.of(arguments));
        Tools.Result result = Tools.run(folder, environment, command);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }

    /** Where the sources are. */
    public Path sources() {
        return folder.resolve("java-sources");
    }

    /** Where the compiled classes are. */
    public Path classes() {
        return folder.resolve("java-classes");
    }

    private static List<String> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> file.toAbsolutePath().toString())
                    .filter(file -> file.endsWith(".java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jspecify() {
        try {
            return new File(NullMarked.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }
}
