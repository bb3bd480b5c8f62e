package dev.proto2ffi.core.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.c.CCopy;
import dev.proto2ffi.core.emit.c.CEmitter;
import dev.proto2ffi.core.emit.java.JavaFill;
import dev.proto2ffi.core.emit.rust.RustCopy;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.JavaTree;
import dev.proto2ffi.core.testing.RustTree;
import dev.proto2ffi.core.testing.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random values in random schemas: filled by Java, read and written anew by C, then by Rust, read by Java, all of it through the
 * generated API.
 *
 * <p>{@code -Dproto2ffi.trip.schemas=500} tries so many, {@code -Dproto2ffi.trip.seed=7} others.
 */
class RandomTripTest {
    private static final int SCHEMAS = Integer.getInteger("proto2ffi.trip.schemas", 8);
    private static final long SEED = Long.getLong("proto2ffi.trip.seed", 1);
    private static final int ROUNDS = Integer.getInteger("proto2ffi.trip.rounds", 20);

    @TempDir
    Path temp;

    private int folders;

    @Test
    void whatJavaFillsComesBackFromCAndRust() {
        Agreement.check("round trip", SCHEMAS, SEED, this::trip);
    }

    private void trip(SchemaLayout layout) {
        Path folder = folder();
        JavaTree java = JavaTree.emit(layout, folder)
                .add("Fill.java", JavaFill.of(layout))
                .add(RandomTripTest.class, "Values.java")
                .add(RandomTripTest.class, "RandomTrip.java")
                .compile();
        String c = c(layout, folder).toString();
        String rust = rust(layout, folder).toString();
        for (String access : new String[] {"safe", "raw"}) {
            assertThat(java.run("RandomTrip", access, Integer.toString(ROUNDS), "1", c, rust))
                    .contains(" trips of ");
        }
    }

    private static Path rust(SchemaLayout layout, Path folder) {
        Path library = folder.resolve(System.mapLibraryName("trip_rust"));
        Tools.Result compiled = RustTree.emit(layout, folder)
                .write("trip.rs", RustCopy.of(layout))
                .rustc("--crate-type", "cdylib", "-C", "debug-assertions=on", "-o", library.toString(), "trip.rs");
        assertThat(compiled.output()).isEmpty();
        return library;
    }

    private static Path c(SchemaLayout layout, Path folder) {
        CCompiler.write(folder, new CEmitter().emit(layout, new Generator("test"), new Diagnostics()));
        Tools.Result compiled = CCompiler.GCC.compile(folder, CCopy.of(layout), "-shared", "-fPIC");
        assertThat(compiled.output()).isEmpty();
        Path library = folder.resolve(System.mapLibraryName("trip_c"));
        assertThat(folder.resolve("program").toFile().renameTo(library.toFile())).isTrue();
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
