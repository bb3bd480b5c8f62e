package dev.proto2ffi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.emit.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The compilers that generated headers must satisfy, with every warning an error. */
public enum CCompiler {
    GCC("gcc", "c", "-std=c11"),
    GXX("g++", "cpp", "-std=c++17"),
    CLANG("clang", "c", "-std=c11"),
    CLANGXX("clang++", "cpp", "-std=c++17");

    /** Address and undefined behaviour sanitizers; the first fault ends the process. */
    private static final List<String> SANITIZED =
            List.of("-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-g");

    private static final List<String> STRICT =
            List.of("-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror", "-I.");

    private final String tool;
    private final String extension;
    private final String standard;

    CCompiler(String tool, String extension, String standard) {
        this.tool = tool;
        this.extension = extension;
        this.standard = standard;
    }

    /** Writes generated headers below a folder. */
    public static void write(Path folder, Collection<OutputFile> headers) {
        headers.forEach(header -> write(folder.resolve(header.path()), header.text()));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes another source of a program; its name, to be given as an option. */
    public String addSource(Path folder, String name, String text) {
        String source = name + "." + extension;
        write(folder.resolve(source), text);
        return source;
    }

    /** Compiles a program in a folder; ends the test when the compiler is missing. */
    public Tools.Result compile(Path folder, String program, String... options) {
        Path compiler = Tools.require(tool);
        String source = "program." + extension;
        write(folder.resolve(source), program);
        List<String> command = new ArrayList<>(List.of(compiler.toString(), standard));
        command.addAll(STRICT);
        command.addAll(List.of(options));
        command.addAll(List.of(source, "-o", "program"));
        return Tools.run(folder, command);
    }

    /** Compiles a program, which must succeed without a word, and runs it, which must end with 0; its output. */
    public String run(Path folder, String program, String... options) {
        Tools.Result compiled = compile(folder, program, options);
        assertThat(compiled.output()).as(tool).isEmpty();
        assertThat(compiled.exitCode()).as(tool).isZero();
        Tools.Result run = Tools.run(folder, List.of(folder.resolve("program").toString()));
        assertThat(run.exitCode()).as("%s%n%s", tool, run.output()).isZero();
        return run.output();
    }

    /** As {@link #run}, under sanitizers; ends the test when the compiler has none. */
    public String runSanitized(Path folder, String program, String... options) {
        requireSanitizers(folder);
        return run(
                folder,
                program,
                Stream.concat(SANITIZED.stream(), Stream.of(options)).toArray(String[]::new));
    }

    /** Their runtime is a package of its own with some compilers. */
    private void requireSanitizers(Path folder) {
        Tools.Result compiled = compile(folder, "int main(void) { return 0; }\n", SANITIZED.toArray(String[]::new));
        if (compiled.exitCode() != 0) {
            Tools.end(tool + " has no sanitizers, Debian's libclang-rt-dev: " + compiled.output());
        }
    }
}
