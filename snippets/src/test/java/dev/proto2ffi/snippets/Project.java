package dev.proto2ffi.snippets;

import dev.proto2ffi.runtime.Struct;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The repository: its pages, and the command and the runtime of this build. */
final class Project {
    static final Path ROOT = Path.of("").toAbsolutePath().normalize().resolveSibling("");
    static final String VERSION = System.getProperty("proto2ffi.version", "");

    /** Folders of what is made, of cases, and of templates, which tests of their own fill in and run. */
    private static final Set<String> NOT_PAGES = Set.of("target", "node_modules", ".git", "cases", "assembly", "init");

    private Project() {}

    /** All Markdown files. */
    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of(ROOT.relativize(file).toString().split("[/\\\\]"))
                            .noneMatch(NOT_PAGES::contains))
                    .sorted()
                    .toList();
        }
    }

    /** What generated Java is compiled with: a folder of classes, or a jar. */
    static Path runtime() {
        return origin(Struct.class);
    }

    static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class path of these tests, which holds the command. */
    static String classPath() {
        String ofSurefire = System.getProperty("surefire.test.class.path");
        return ofSurefire != null ? ofSurefire : System.getProperty("java.class.path");
    }

    /** Puts the command {@code proto2ffi}, and what stands in for {@code proto2ffi-bench}, into a folder, which is the result. */
    static Path installCommand(Path folder) throws IOException {
        script(folder.resolve("proto2ffi"), """
                #!/bin/sh
                exec "%s" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "%s" dev.proto2ffi.cli.Main "$@"
                """.formatted(Tools.jdk().resolve("java"), classPath()));
        try (InputStream in = Objects.requireNonNull(Project.class.getResourceAsStream("proto2ffi-bench"))) {
            script(folder.resolve("proto2ffi-bench"), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return folder;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("can't make it executable: " + file);
        }
    }

    /** Puts the runtime into a file, as the build packages it. */
    static void copyRuntime(Path jar) throws IOException {
        Files.createDirectories(jar.resolveSibling(""));
        Path origin = runtime();
        if (Files.isRegularFile(origin)) {
            Files.copy(origin, jar, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(origin)) {
            files.filter(Files::isRegularFile).forEach(file -> add(out, origin, file));
        }
    }

    private static void add(JarOutputStream out, Path origin, Path file) {
        try {
            out.putNextEntry(new JarEntry(origin.relativize(file).toString().replace(File.separatorChar, '/')));
            Files.copy(file, out);
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
