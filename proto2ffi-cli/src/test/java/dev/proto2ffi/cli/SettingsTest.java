package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.compile.CompileRequest;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A new setting of the compiler must be given a word of the command line. */
class SettingsTest {
    private static final Map<String, String> WORDS = Map.of(
            "files", "FILE.proto...",
            "importDirectories", "-I, --proto_path=DIR",
            "moreImports", "A jar or zip will do too",
            "descriptorSet", "--descriptor-set-in=FILE",
            "optionRules", "--option=RULE",
            "languages", "--rust-out=DIR",
            "cargoToml", "--cargo-toml");

    /** Not for the user to choose. */
    private static final String GIVEN = "version";

    @Test
    void everySettingHasAWord() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(out, out, StandardCharsets.UTF_8, false, false, Map.of());
        Main.run(console, "generate", "--help");
        String help = out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");

        assertThat(Arrays.stream(CompileRequest.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals(GIVEN)))
                .containsExactlyInAnyOrderElementsOf(WORDS.keySet());
        assertThat(help).contains(WORDS.values());
    }
}
