package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.TestSchemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The inline functions at run time, in a C program that checks them itself, watched by sanitizers. */
final class CHelpersTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void helpersDoAsTheySayAndNeverLeaveTheStruct(CCompiler compiler) {
        CCompiler.write(folder, CHeaderTest.emit(CHeaderTest.layOut(TestSchemas.everyConstruct())));

        run(compiler, "helpers.c");
    }

    @ParameterizedTest
    @EnumSource
    void helpersOfEveryConstructDoAsTheySayAndNeverLeaveTheStruct(CCompiler compiler) {
        CCompiler.write(folder, CHeaderTest.emit(CSchemas.constructs()));
        CCompiler.write(folder, CHeaderTest.emit(CSchemas.corners()));

        run(compiler, "constructs.c");
    }

    private void run(CCompiler compiler, String program) {
        String text = program(program);
        compiler.runSanitized(folder, text, "-lm");
        // Optimised, compilers see through the functions and warn of more.
        compiler.run(folder, text, "-O2", "-lm");
    }

    private static String program(String name) {
        try (InputStream in = CHelpersTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
