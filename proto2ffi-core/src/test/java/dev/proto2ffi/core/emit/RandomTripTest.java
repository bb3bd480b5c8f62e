package dev.proto2ffi.core.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.c.CCopy;
import dev.proto2ffi.core.emit.c.CEmitter;
import dev.proto2ffi.core.emit.java.JavaFill;
import dev.proto2ffi.core.emit.rust.RustCopy;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.JavaTree;
import dev.proto2ffi.core.testing.RustTree;
import dev.proto2ffi.core.testing.Sanitizers;
import dev.proto2ffi.core.testing.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random values in random schemas: filled by Java, read and written anew by C, then by Rust, read by Java, all of it through the
 * generated API; C also under the address and undefined behaviour sanitizers.
 *
 * <p>{@code -Dproto2ffi.trip.schemas=500} tries so many, {@code -Dproto2ffi.trip.seed=7} others.
 */
class RandomTripTest {
    private static final int SCHEMAS = Integer.getInteger("proto2ffi.trip.schemas", 5);
    private static final long SEED = Long.getLong("proto2ffi.trip.seed", 1);
    private static final int ROUNDS = Integer.getInteger("proto2ffi.trip.rounds", 10);

    @TempDir
    Path temp;

    private int folders;

    @Test
    void whatJavaFillsComesBackFromCAndRust() {
        Agreement.check("round trip", SCHEMAS, SEED, this::trip);
    }

    private void trip(SchemaLayout layout) {
        Path folder = folder();
        JavaTree java = java(layout, folder);
        String rust = rust(layout, folder).toString();
        String rounds = Integer.toString(ROUNDS);
        String checked = c(layout, folder, CCopy.of(layout), "checked", Sanitizers.OPTIONS)
                .toString();
        assertThat(java.run(Sanitizers.environment(), List.of(), "RandomTrip", "safe", rounds, "1", checked, rust))
                .contains(" trips of ");
        String plain = c(layout, folder, CCopy.of(layout), "plain", List.of()).toString();
        assertThat(java.run("RandomTrip", "raw", rounds, "1", plain, rust)).contains(" trips of ");
    }

    /** The sanitizers are awake. */
    @Test
    void nativeCodeThatWritesTooFarIsCaught() {
        SchemaLayout layout = FrontEnd.layOut(Map.of("m.proto", "syntax = \"proto3\"; message M { string text = 1; }"));
        Path folder = folder();
        JavaTree java = java(layout, folder);
        String wild = CCopy.of(layout).replace("return !failed;", "((uint8_t *)memory)[size] = 1; return !failed;");
        String library = c(layout, folder, wild, "wild", Sanitizers.OPTIONS).toString();
        assertThatThrownBy(() -> java.run(Sanitizers.environment(), List.of(), "RandomTrip", "safe", "1", "1", library))
                .hasMessageContaining("AddressSanitizer: heap-buffer-overflow");
    }

    private static JavaTree java(SchemaLayout layout, Path folder) {
        return JavaTree.emit(layout, folder)
                .add("Fill.java", JavaFill.of(layout))
                .add(RandomTripTest.class, "Values.java")
                .add(RandomTripTest.class, "RandomTrip.java")
                .compile();
    }

    private static Path rust(SchemaLayout layout, Path folder) {
        Path library = folder.resolve(System.mapLibraryName("trip_rust"));
        Tools.Result compiled = RustTree.emit(layout, folder)
                .write("trip.rs", RustCopy.of(layout))
                .rustc("--crate-type", "cdylib", "-C", "debug-assertions=on", "-o", library.toString(), "trip.rs");
        assertThat(compiled.output()).isEmpty();
        return library;
    }

    private static Path c(SchemaLayout layout, Path folder, String program, String name, List<String> options) {
        CCompiler.write(folder, new CEmitter().emit(layout, new Generator("test"), new Diagnostics()));
        List<String> all = new ArrayList<>(List.of("-shared", "-fPIC"));
        all.addAll(options);
        Tools.Result compiled = CCompiler.GCC.compile(folder, program, all.toArray(String[]::new));
        assertThat(compiled.output()).isEmpty();
        Path library = folder.resolve(System.mapLibraryName(name));
        assertThat(folder.resolve("program").toFile().renameTo(library.toFile()))
                .isTrue();
        return library;
    }

    private Path folder() {
        try {
            return Files.createDirectories(temp.resolve("f" + folders++));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
