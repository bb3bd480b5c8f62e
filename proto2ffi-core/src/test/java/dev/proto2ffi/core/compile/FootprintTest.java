package dev.proto2ffi.core.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.InputException;
import dev.proto2ffi.core.source.Lookups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootprintTest {
    @TempDir
    Path dir;

    private Footprint compile(Path... files) throws IOException {
        Instant started = Instant.now();
        Lookups lookups = new Lookups();
        CompileRequest request = new CompileRequest(
                List.of(files), List.of(dir), List.of(), null, List.of(), Set.of(Language.C), false, "1");
        try {
            Compiler.generate(request, new Diagnostics(), lookups);
        } finally {
            last = Footprint.of(lookups, started);
        }
        return last;
    }

    private Footprint last = Footprint.of(new Lookups(), Instant.EPOCH);

    @Test
    void namesWhatHasChangedAfterARunThatFailed() throws IOException {
        Path a = Files.writeString(dir.resolve("a.proto"), "syntax = \"proto3\"; import \"b.proto\"; message A {}");
        Footprint footprint = compile(a);
        assertThat(footprint.readCount()).isEqualTo(1);
        assertThat(footprint.changes(Instant.now())).isEmpty();
        Path b = Files.writeString(dir.resolve("b.proto"), "syntax = \"proto3\"; message B { nonsense }");
        assertThat(footprint.changes(Instant.now())).containsExactly(b);
        footprint = compile(a);
        assertThat(footprint.changes(Instant.now())).isEmpty();
        Files.writeString(b, "syntax = \"proto3\"; message B { nonsense! }");
        assertThat(footprint.changes(Instant.now())).containsExactly(b);
    }

    @Test
    void waitsForFilesAndDirectoriesThatAreMissing() throws IOException {
        Path missing = dir.resolve("missing.proto");
        assertThatThrownBy(() -> compile(missing)).isInstanceOf(InputException.class);
        assertThat(last.changes(Instant.now())).isEmpty();
        Files.writeString(missing, "syntax = \"proto3\";");
        assertThat(last.changes(Instant.now())).contains(missing);
    }

    @Test
    void aFileThatCannotBeReadIsNotTakenForAChange() throws IOException {
        Path file = Files.createDirectory(dir.resolve("a.proto"));
        assertThatThrownBy(() -> compile(file)).isInstanceOf(InputException.class);
        assertThat(last.changes(Instant.now())).isEmpty();
        Files.delete(file);
        Files.writeString(file, "syntax = \"proto3\";");
        assertThat(last.changes(Instant.now())).contains(file);
    }

    @Test
    void aTouchedFileHasNotChanged() throws IOException {
        Path a = Files.writeString(dir.resolve("a.proto"), "syntax = \"proto3\"; message A {}");
        Footprint footprint = compile(a);
        Files.writeString(a, "syntax = \"proto3\"; message A {}");
        assertThat(footprint.changes(Instant.now())).isEmpty();
    }
}
