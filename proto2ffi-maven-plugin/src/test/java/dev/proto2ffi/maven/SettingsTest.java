package dev.proto2ffi.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.compile.CompileRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A new setting of the compiler must be given a parameter of the plugin. */
class SettingsTest {
    private static final Map<String, String> PARAMETERS = Map.of(
            "files", "<name>sourceRoots</name>",
            "importDirectories", "<name>importDirectories</name>",
            "moreImports", "<requiresDependencyCollection>compile</requiresDependencyCollection>",
            "descriptorSet", "<name>descriptorSet</name>",
            "optionRules", "<name>options</name>",
            "languages", "<name>cOutput</name>",
            "cargoToml", "<name>cargoToml</name>");

    /** Not for the user to choose. */
    private static final String GIVEN = "version";

    @Test
    void everySettingHasAParameterInTheDescriptor() throws IOException {
        String descriptor;
        try (InputStream in = Objects.requireNonNull(
                GenerateMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml"), "plugin.xml")) {
            descriptor = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(Arrays.stream(CompileRequest.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals(GIVEN)))
                .containsExactlyInAnyOrderElementsOf(PARAMETERS.keySet());
        assertThat(descriptor).contains(PARAMETERS.values()).contains("<threadSafe>true</threadSafe>");
    }
}
