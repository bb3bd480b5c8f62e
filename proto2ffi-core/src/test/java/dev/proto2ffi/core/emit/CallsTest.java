package dev.proto2ffi.core.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.c.CEmitter;
import dev.proto2ffi.core.emit.java.JavaEmitter;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.JavaTree;
import dev.proto2ffi.core.testing.Sanitizers;
import dev.proto2ffi.core.testing.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services from a schema to calls: Java calls a server in C, which calls a server in Java. */
class CallsTest {
    @TempDir
    static Path folder;

    private static JavaTree java;
    private static Path library;

    @BeforeAll
    static void build() {
        SchemaLayout layout = layout(text -> text);
        java = JavaTree.emit(layout, folder);
        for (String program : List.of("Calls.java", "JavaCalculator.java", "Refused.java")) {
            java.add(JavaEmitter.class, "calls/" + program);
        }
        java.add(JavaEmitter.class, "every/Check.java").compile();
        library = library("plain", layout);
    }

    private static SchemaLayout layout(UnaryOperator<String> change) {
        return FrontEnd.layOut(Map.of(
                "calculator.proto", change.apply(resource("calculator.proto")), "money.proto", resource("money.proto")));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(JavaEmitter.class.getResourceAsStream("calls/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path library(String name, SchemaLayout layout, String... options) {
        Path place = folder.resolve(name);
        CCompiler.write(place, new CEmitter().emit(layout, new Generator("test"), new Diagnostics()));
        List<String> all = new ArrayList<>(List.of("-shared", "-fPIC"));
        all.addAll(List.of(options));
        Tools.Result compiled = CCompiler.GCC.compile(place, resource("calculator.c"), all.toArray(String[]::new));
        assertThat(compiled.output()).isEmpty();
        return place.resolve("program");
    }

    @ParameterizedTest
    @ValueSource(strings = {"safe", "raw"})
    void everyShapeWorksBothWays(String access) {
        assertThat(java.run("Calls", access, library.toString())).matches("\\d\\d checks\\s+");
    }

    @Test
    void nothingIsTouchedThatIsNotTheCalls() {
        Path sanitized = library("sanitized", layout(text -> text), Sanitizers.OPTIONS.toArray(String[]::new));
        assertThat(java.run(Sanitizers.environment(), List.of(), "Calls", "safe", sanitized.toString()))
                .matches("\\d\\d checks\\s+");
    }

    private static List<String> refusals(Path of) {
        return java.run("Refused", "safe", of.toString()).lines().toList();
    }

    @Test
    void aLibraryOfAnotherSchemaIsRefusedByTheFieldThatDiffers() {
        Path changed = library("changed", layout(text -> text.replace("int64 left = 1;", "int64 left = 1; int32 mode = 3;")));
        String output = String.join("\n", refusals(changed));
        assertThat(output).contains("calc.BinaryOp", "mode", "right").doesNotContain("not refused");
    }
}
