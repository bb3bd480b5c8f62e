package dev.proto2ffi.core.model.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.testing.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentedLayoutTest {
    @Test
    void thePageShowsWhatTheCompilerSays() throws IOException {
        String layout = Files.readString(Cases.folder("model").resolve("documented.layout"));
        assertThat(Files.readString(Path.of("..", "docs", "layout.md")))
                .contains(layout.indent(4).stripTrailing());
    }
}
