package dev.proto2ffi.core.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.emit.java.JavaEmitter;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.JavaTree;
import dev.proto2ffi.core.testing.RustTree;
import dev.proto2ffi.core.testing.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java calls a server in Rust that panics, and one that calls a server in Java, which calls Rust again. */
class CallsToRustTest {
    @TempDir
    static Path folder;

    private static JavaTree java;

    @BeforeAll
    static void build() throws IOException {
        SchemaLayout layout = FrontEnd.layOut(Map.of("fragile.proto", resource("fragile.proto")));
        java = JavaTree.emit(layout, folder)
                .add(JavaEmitter.class, "calls/Fragility.java")
                .add(JavaEmitter.class, "every/Check.java");
        java.compile();
        Tools.Result compiled = RustTree.emit(layout, folder)
                .write("fragile.rs", resource("fragile.rs"))
                .rustc("--crate-type", "cdylib", "-o", "libfragile.so", "fragile.rs");
        assertThat(compiled.output()).isEmpty();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(JavaEmitter.class.getResourceAsStream("calls/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"safe", "raw"})
    void panicsAndExceptionsComeBackAsErrors(String access) {
        assertThat(java.run("Fragility", access, folder.resolve("libfragile.so").toString()))
                .matches("\\d+ checks\\s+");
    }
}
