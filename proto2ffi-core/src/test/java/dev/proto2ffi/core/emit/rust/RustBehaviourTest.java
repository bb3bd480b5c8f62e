package dev.proto2ffi.core.emit.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.RustTree;
import dev.proto2ffi.core.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs programs that use the generated structs. */
class RustBehaviourTest {
    private static final Path CASES = Path.of("src/test/cases/emit/rust");

    @TempDir
    Path folder;

    private static String read(String name) throws IOException {
        return new String(Files.readAllBytes(CASES.resolve(name)), StandardCharsets.UTF_8);
    }

    @Test
    void accessorsDoWhatTheirDocumentationSays() throws IOException {
        run(RustSchemas.constructs(), read("behaviour.rs"), "all is well\n");
    }

    @Test
    void soDoThoseOfEveryConstruct() throws IOException {
        run(RustSchemas.every(), read("every.rs"), "all is well\n");
    }

    static Stream<Named<SchemaLayout>> schemas() {
        return Stream.of(
                Named.of("constructs", RustSchemas.constructs()),
                Named.of("every construct", RustSchemas.every()),
                Named.of("clash", RustSchemas.clash()));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void noSafeAccessorPanicsOrLeavesItsStructWhateverTheBytes(SchemaLayout layout) throws IOException {
        String main = read("any_bytes.rs") + new AnyBytesMain(layout).text();
        run(layout, main, layout.structs().size() + " structs\n");
    }

    private void run(SchemaLayout layout, String main, String output) {
        Tools.Result result =
                RustTree.emit(layout, folder).write("main.rs", main).runMain();
        assertThat(result.output()).isEqualTo(output);
        assertThat(result.exitCode()).isZero();
    }
}
