package dev.proto2ffi.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bills of materials name what is shipped, and nothing that changes from build to build. */
class BillOfMaterialsIT {
    /** What each module brings along, itself left out. */
    private static final Map<String, List<String>> SHIPPED = Map.of(
            "proto2ffi-core", List.of("protobuf-java", "javapoet"),
            "proto2ffi-cli", List.of("proto2ffi-core", "protobuf-java", "javapoet", "picocli"),
            "proto2ffi-maven-plugin",
                    List.of(
                            "proto2ffi-core",
                            "protobuf-java",
                            "javapoet",
                            // The m2e part: of org.codehaus.plexus, and of org.sonatype.plexus, which it is built on.
                            "plexus-build-api",
                            "plexus-build-api",
                            "plexus-utils",
                            "org.eclipse.sisu.plexus",
                            "javax.inject",
                            "slf4j-api"),
            "proto2ffi-runtime", List.of());

    static List<String> modules() {
        return Release.JARS;
    }

    @BeforeEach
    void needsANetwork() {
        assumeFalse(Release.isOffline(), "Maven is offline, and makes no bills of materials");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void namesWhatIsShippedWithVersionsHashesAndLicenses(String module) throws IOException {
        JsonObject bill = bill(module);
        JsonObject self = bill.getAsJsonObject("metadata").getAsJsonObject("component");
        assertThat(self.get("name").getAsString()).isEqualTo(module);
        assertThat(self.get("version").getAsString()).isEqualTo(Release.VERSION);
        List<String> names = new ArrayList<>();
        JsonArray components = bill.has("components") ? bill.getAsJsonArray("components") : new JsonArray();
        for (JsonElement element : components) {
            JsonObject component = element.getAsJsonObject();
            names.add(component.get("name").getAsString());
            assertThat(component.get("purl").getAsString()).startsWith("pkg:maven/");
            assertThat(component.getAsJsonArray("hashes")).isNotEmpty();
            assertThat(component.getAsJsonArray("licenses")).isNotEmpty();
        }
        List<String> expected = SHIPPED.getOrDefault(module, List.of());
        assertThat(names).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** That its serial number comes from its content, too, is for {@link RebuildIT} to see. */
    @ParameterizedTest
    @MethodSource("modules")
    void hasNoTimeInIt(String module) throws IOException {
        assertThat(bill(module).getAsJsonObject("metadata").has("timestamp")).isFalse();
    }

    private static JsonObject bill(String module) throws IOException {
        Path file = Release.root().resolve(module + "/target/" + module + "-" + Release.VERSION + "-cyclonedx.json");
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }
}
