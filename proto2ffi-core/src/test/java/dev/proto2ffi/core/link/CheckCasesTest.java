package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.TextRenderer;
import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.testing.Cases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that break a rule behind the grammar, and what we say to them. */
class CheckCasesTest {
    @TempDir
    Path scratch;

    static List<Path> schemas() throws IOException {
        return Cases.schemas("check");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void saysWhatIsWrong(Path schema) throws IOException {
        String name = schema.getFileName().toString();
        ProtocComparison.Outcome outcome =
                new ProtocComparison(scratch, List.of(Cases.folder("check").toAbsolutePath())).link(List.of(name));
        TextRenderer renderer = new TextRenderer(TextStyle.PLAIN);
        StringBuilder said = new StringBuilder();
        for (Diagnostic diagnostic : outcome.diagnostics().all()) {
            said.append(renderer.render(diagnostic));
        }
        String folder = Cases.folder("check").toAbsolutePath().toString();
        Cases.check(
                schema,
                ".stderr",
                said.toString()
                        .replace(folder + "/", "")
                        .replace(folder, "check")
                        .replace(scratch + "/", ""));
    }

    @Test
    void manyCasesAreThere() throws IOException {
        assertThat(schemas()).hasSizeGreaterThan(200);
    }
}
