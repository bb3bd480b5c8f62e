package dev.proto2ffi.benchmarks.generation;

import dev.proto2ffi.benchmarks.harness.NotHereException;
import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.Generated;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Code from files in a directory, by our compiler in this JVM, by our command, and by protoc. */
final class Generators {
    private final Path sources;
    private final List<Path> files;
    private final Path imports;
    private final Path arguments;

    /**
     * @param sources the directory
     * @param files in it
     * @param imports a directory that has what they import, {@code proto2ffi/options.proto} and what that does
     */
    Generators(Path sources, List<Path> files, Path imports) throws IOException {
        this.sources = sources;
        this.files = files;
        this.imports = imports;
        // A command line would be too long.
        this.arguments = imports.resolve("files.txt");
        Files.write(arguments, files.stream().map(Path::toString).toList());
    }

    /**
     * Java, C and Rust by the compiler, in this JVM, written into folders of the given one; how many files.
     *
     * @throws IllegalStateException if the compiler finds fault with the schema
     */
    int inProcess(Path out) throws IOException {
        CompileRequest request = new CompileRequest(
                files, List.of(sources), List.of(), null, List.of(), EnumSet.allOf(Language.class), false, "benchmark");
        Diagnostics diagnostics = new Diagnostics();
        Generated generated = Compiler.generate(request, diagnostics);
        if (generated == null) {
            throw new IllegalStateException("the schema has errors: " + diagnostics.errorCount());
        }
        Map<Language, Path> directories = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            directories.put(language, out.resolve(folder(language)));
        }
        return OutputWriter.write(generated, directories, files).written().size();
    }

    /** The same by our command, in a JVM of its own. */
    void commandLine(Path out) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the start script has it, but for its archive of classes.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.proto2ffi.cli.Main",
                "generate",
                "-I",
                sources.toString()));
        for (Language language : Language.values()) {
            command.add("--" + folder(language) + "-out");
            command.add(out.resolve(folder(language)).toString());
        }
        command.add("@" + arguments);
        run(command, out);
    }

    /** Java by protoc, which is a native program. */
    void protoc(Path out) throws IOException, InterruptedException {
        run(
                List.of(
                        protoc().toString(),
                        "-I" + sources,
                        "-I" + imports,
                        "--java_out=" + Files.createDirectories(out.resolve("java")),
                        "@" + arguments),
                out);
    }

    private static String folder(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private static void run(List<String> command, Path out) throws IOException, InterruptedException {
        Path said = out.resolve("said.txt");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(command.get(0) + " ended with " + code + ": " + Files.readString(said));
        }
    }

    /**
     * The build puts it beside the classes.
     *
     * @throws NotHereException if it isn't there
     */
    private static Path protoc() {
        try {
            Path classes = Path.of(Generators.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path program = classes.resolveSibling("protoc").resolve("protoc.exe");
            if (!Files.isRegularFile(program)) {
                throw new NotHereException("protoc isn't at " + program + ": build the benchmarks with Maven");
            }
            if (!Files.isExecutable(program) && !program.toFile().setExecutable(true)) {
                throw new NotHereException(program + " can't be made executable");
            }
            return program;
        } catch (URISyntaxException e) {
            throw new NotHereException("protoc can't be found: " + e.getMessage());
        }
    }
}
