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
        for (String program : List.of("Calls.java", "JavaCalculator.java", "Refused.java", "Threads.java")) {
            java.add(JavaEmitter.class, "calls/" + program);
        }
        java.add(JavaEmitter.class, "every/Check.java").compile();
        library = library("plain", layout);
    }

    private static SchemaLayout layout(UnaryOperator<String> change) {
        return FrontEnd.layOut(Map.of(
                "calculator.proto", change.apply(resource("calculator.proto")),
                "money.proto", change.apply(resource("money.proto"))));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(JavaEmitter.class.getResourceAsStream("calls/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path library(String name, SchemaLayout layout, String... options) {
        return library(name, resource("calculator.c"), layout, options);
    }

    private static Path library(String name, String program, SchemaLayout layout, String... options) {
        Path place = folder.resolve(name);
        CCompiler.write(place, new CEmitter().emit(layout, new Generator("test"), new Diagnostics()));
        List<String> all = new ArrayList<>(List.of("-shared", "-fPIC"));
        all.addAll(List.of(options));
        Tools.Result compiled = CCompiler.GCC.compile(place, program, all.toArray(String[]::new));
        assertThat(compiled.output()).isEmpty();
        return place.resolve("program");
    }

    @ParameterizedTest
    @ValueSource(strings = {"safe", "raw"})
    void everyShapeWorksBothWays(String access) {
        assertThat(java.run("Calls", access, library.toString())).matches("\\d\\d checks\\s+");
    }

    /** Views and arrays of pools and upcalls are told from those that were given back. */
    @Test
    void everyShapeWorksInTheCheckedMode() {
        assertThat(java.run(List.of("-Dproto2ffi.checks=true"), "Calls", "safe", library.toString()))
                .matches("\\d\\d checks\\s+");
    }

    @Test
    void nothingIsTouchedThatIsNotTheCalls() {
        Path sanitized = library("sanitized", layout(text -> text), Sanitizers.OPTIONS.toArray(String[]::new));
        assertThat(java.run(Sanitizers.environment(), List.of(), "Calls", "safe", sanitized.toString()))
                .matches("\\d\\d checks\\s+");
    }

    /** {@code -Dproto2ffi.callSeconds=60} makes it a minute. */
    @ParameterizedTest
    @ValueSource(strings = {"safe", "raw"})
    void eightThreadsCallAtOnce(String access) {
        Path sanitized = library("threads-" + access, layout(text -> text), Sanitizers.OPTIONS.toArray(String[]::new));
        String seconds = String.valueOf(Long.getLong("proto2ffi.callSeconds", 2));
        String said = java.run(Sanitizers.environment(), List.of(), "Threads", access, sanitized.toString(), seconds);
        assertThat(said).matches("\\d{3,} calls\\s+");
        System.out.println("CallsTest, " + access + ": 8 threads made " + said.strip() + " in " + seconds + " s");
    }

    /** Why Java refuses a library of a changed schema, as a server and as a client. */
    private static String refusals(String name, String from, String to) {
        Path changed = library(name, layout(text -> text.replace(from, to)));
        return java.run("Refused", "safe", changed.toString());
    }

    @Test
    void aLibraryOfAnotherSchemaIsRefusedWithTheFieldThatDiffers() {
        String added = refusals("added", "double factor = 1;", "double factor = 1; int32 kind = 2;");
        assertThat(added)
                .containsSubsequence(
                        "another schema of calc.Calculator",
                        "struct money.Amount.Rate, field kind: only in the library, int32_t at 8 size 4",
                        "another schema of calc.Calculator",
                        "struct money.Amount.Rate, field kind: only in the library, int32_t at 8 size 4")
                .doesNotContain("calc.BinaryOp", "not refused");
        String swapped =
                refusals("swapped", "int64 left = 1;\n  int64 right = 2;", "int64 right = 1;\n  int64 left = 2;");
        assertThat(swapped)
                .contains("struct calc.BinaryOp, field left", "struct calc.BinaryOp, field right")
                .doesNotContain("money.Amount", "not refused");
    }

    @Test
    void aLibraryOfAnotherSchemaIsRefusedWithTheRpcThatDiffers() {
        String batch = "{ option (proto2ffi.method).batch = true; }";
        assertThat(refusals("rpc", "returns (money.Amount.Rate);", "returns (money.Amount.Rate) " + batch))
                .contains("Exchange")
                .doesNotContain("struct", "not refused");
    }

    @Test
    void aLibraryWithoutTheServiceIsRefusedWithTheMacroThatIsMissing() {
        Path none = library("none", "int nothing = 0;\n", layout(text -> text));
        assertThat(java.run("Refused", "safe", none.toString()))
                .contains("calc_Calculator_EXPORT;", "calc_Calculator_ACCEPT(")
                .doesNotContain("not refused");
    }
}
