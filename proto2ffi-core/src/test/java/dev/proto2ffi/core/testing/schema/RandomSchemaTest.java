package dev.proto2ffi.core.testing.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.FrontEnd;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The generator keeps its promises; whatever it writes would otherwise be blamed on the compiler. */
class RandomSchemaTest {
    private static final int SEEDS = 2_000;

    @Test
    void theFrontEndAcceptsEverySchema() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Map<String, String> files = RandomSchema.of(seed, "s");
            SchemaLayout layout;
            try {
                layout = FrontEnd.layOut(files);
            } catch (FrontEnd.InvalidSchema | IllegalStateException e) {
                throw new AssertionError("seed " + seed + "\n" + String.join("\n", files.values()), e);
            }
            assertThat(layout.structs()).isNotEmpty();
            layout.structs().forEach(struct -> assertThat(struct.size()).isLessThan(1 << 20));
        }
    }

    @Test
    void theSameSeedGivesTheSameText() {
        assertThat(RandomSchema.of(7, "s")).isEqualTo(RandomSchema.of(7, "s")).isNotEqualTo(RandomSchema.of(8, "s"));
    }
}
