package dev.proto2ffi.core.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.evolve.RuleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks of files on disk. */
class LockTest {
    @TempDir
    Path dir = Path.of("");

    private static CompileRequest request(Path root, List<Path> files) {
        return new CompileRequest(files, List.of(root), List.of(), null, List.of(), Set.of(), false, "test");
    }

    private static List<Path> protos(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".proto"))
                    .sorted()
                    .toList();
        }
    }

    private @Nullable Lock reread(Lock lock, Diagnostics diagnostics) throws IOException {
        Path file = Files.writeString(dir.resolve("proto2ffi.lock"), lock.text());
        assertThat(Lock.isLock(file)).isTrue();
        return Lock.read(file, diagnostics);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../examples/social-media/src/main/proto",
                "../examples/calculator/src/main/proto",
                "../examples/trading/src/main/proto",
                "../examples/shared-region/src/main/proto",
                "../benchmarks/src/main/proto",
                "src/test/resources/dev/proto2ffi/core/emit/java/calls",
                "src/test/cases/agreement",
                "src/test/cases/valid",
                "src/test/cases/accepted",
                "src/test/cases/emit"
            })
    void schemasOfTheRepositoryAreReadAsTheyWereWritten(String root) throws IOException {
        int locked = 0;
        for (Path file : protos(Path.of(root))) {
            Diagnostics diagnostics = new Diagnostics();
            Lock lock = Compiler.lock(request(Path.of(root), List.of(file)), diagnostics);
            if (lock == null) {
                assertThat(diagnostics.hasErrors()).isTrue();
                continue;
            }
            locked++;
            Diagnostics second = new Diagnostics();
            Lock read = reread(lock, second);
            assertThat(second.all()).as("%s", file).isEmpty();
            if (read == null) {
                throw new AssertionError(file + " was not read");
            }
            assertThat(read.text()).as("%s", file).isEqualTo(lock.text());
            Comparison comparison = Comparison.of(lock, read, RuleSettings.ALL);
            assertThat(comparison.isSame()).isTrue();
            assertThat(comparison.findings()).isEmpty();
            assertThat(comparison.hasBreaking()).isFalse();
            assertThat(comparison.text(TextStyle.PLAIN))
                    .isEqualTo("no change: abi compatible, wire compatible, source compatible\n");
        }
        assertThat(locked).isPositive();
    }

    @Test
    void importsAreLockedAsFarAsTheyAreUsed() throws IOException {
        Files.writeString(dir.resolve("common.proto"), """
                syntax = "proto3";
                package common;
                message Used { Deep deep = 1; }
                message Deep { Kind kind = 1; }
                message Unused { uint32 x = 1; }
                enum Kind { KIND_A = 0; }
                enum UnusedKind { UNUSED_A = 0; }
                """);
        Path file = Files.writeString(dir.resolve("own.proto"), """
                syntax = "proto3";
                package own;
                import "common.proto";
                import "google/protobuf/timestamp.proto";
                message Own { common.Used used = 1; google.protobuf.Timestamp at = 2; }
                """);
        Diagnostics diagnostics = new Diagnostics();
        Lock lock = Compiler.lock(request(dir, List.of(file)), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        assertThat(lock).isNotNull();
        if (lock != null) {
            assertThat(lock.text().lines().filter(line -> line.matches("(file|message|enum) .*|  imported")))
                    .containsExactly(
                            "file common.proto",
                            "  imported",
                            "enum common.Kind",
                            "message common.Deep",
                            "message common.Used",
                            "file google/protobuf/timestamp.proto",
                            "  imported",
                            "message google.protobuf.Timestamp",
                            "file own.proto",
                            "message own.Own");
            assertThat(lock.text()).doesNotContain(dir.toString());
        }
    }
}
