package dev.proto2ffi.core.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which proto2ffi this is: for messages, and to notice that another one generated what is there. */
public final class GeneratorBuild {
    private static final String UNPACKED = "development";

    /** A few more than git shows by default, so that it stays unique. */
    private static final int COMMIT_DIGITS = 12;

    /** Of us, and of what has a say in the generated text. */
    private static final String[] CLASSES = {
        "dev/proto2ffi/core/compile/Compiler.class",
        "com/google/protobuf/Message.class",
        "com/palantir/javapoet/JavaFile.class"
    };

    private GeneratorBuild() {}

    /** Such as {@code 0.1.0}; {@code development} where the classes are in no jar. */
    public static String version() {
        String version = GeneratorBuild.class.getPackage().getImplementationVersion();
        return version == null ? UNPACKED : version;
    }

    /** The version and, where it is known, the commit: {@code 0.1.0 (9f86d081884c)}. */
    public static String description() {
        String commit = commit();
        if (commit == null) {
            return version();
        }
        // What stands behind the digits, such as "-dirty", is kept.
        return version() + " (" + commit.replaceFirst("^([0-9a-f]{" + COMMIT_DIGITS + "})[0-9a-f]+", "$1") + ")";
    }

    /** The commit that the jar was built from, as its manifest says, or null. */
    public static @Nullable String commit() {
        URL manifest = manifest();
        if (manifest == null) {
            return null;
        }
        try (InputStream in = manifest.openStream()) {
            Attributes attributes = new java.util.jar.Manifest(in).getMainAttributes();
            String commit = attributes.getValue("Implementation-Commit");
            // Built in a clone on a machine without git: the property was never set.
            boolean isKnown = commit != null && !commit.isBlank() && !commit.startsWith("$");
            return isKnown ? commit : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Of the jar that has this class, whatever else is on the class path. */
    private static @Nullable URL manifest() {
        String name = "/" + GeneratorBuild.class.getName().replace('.', '/') + ".class";
        URL own = GeneratorBuild.class.getResource(name);
        if (own == null || !own.getProtocol().equals("jar")) {
            return null;
        }
        try {
            String text = own.toString();
            return new URL(text.substring(0, text.length() - name.length()) + "/META-INF/MANIFEST.MF");
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * The files that this generator consists of, each with its state, a line each.
     *
     * @return null where they can't be told, as with an unusual class loader
     */
    static @Nullable String files() {
        Set<String> lines = new TreeSet<>();
        try {
            for (String name : CLASSES) {
                Path home = home(name);
                FileState state = home == null ? null : FileState.of(home);
                if (home == null || state == null) {
                    return null;
                }
                lines.add(home + " " + (Files.isDirectory(home) ? tree(home) : state));
            }
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
        return String.join("\n", lines);
    }

    private static @Nullable Path home(String className) {
        URL url = GeneratorBuild.class.getResource("/" + className);
        if (url == null) {
            return null;
        }
        String text = url.toString();
        if (text.startsWith("jar:file:")) {
            return Path.of(URI.create(text.substring("jar:".length(), text.lastIndexOf("!/"))));
        }
        return text.startsWith("file:")
                ? Path.of(URI.create(text.substring(0, text.length() - className.length())))
                : null;
    }

    /** Classes in a directory: the compiler is being developed. */
    private static String tree(Path directory) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> all.append(file).append(FileState.of(file)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return Manifest.hash(Manifest.bytes(all.toString()));
    }
}
