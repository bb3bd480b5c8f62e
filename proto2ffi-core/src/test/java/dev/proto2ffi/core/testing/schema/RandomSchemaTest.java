package dev.proto2ffi.core.testing.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.layout.ReferenceEngine;
import dev.proto2ffi.core.testing.FrontEnd;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The generator keeps its promises, and two layout engines, written apart from each other, agree on all it makes. */
class RandomSchemaTest {
    private static final int SEEDS = Integer.getInteger("proto2ffi.random.schemas", 1_000);

    @Test
    @SuppressWarnings("SystemOut") // the number of pairs is a result
    void everyConstructMeetsEveryOptionInSchemasThatTheFrontEndAccepts() {
        Set<Pair> missing = new LinkedHashSet<>(PairTable.all());
        int all = missing.size();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Map<String, String> files = RandomSchema.of(seed, "s");
            try {
                FrontEnd.Result result = FrontEnd.run(files);
                assertThat(ReferenceEngine.layOut(result.layout(), null).structs())
                        .isEqualTo(result.layout().structs());
                missing.removeAll(PairFinder.of(result.linked()));
            } catch (FrontEnd.InvalidSchema | IllegalStateException | AssertionError e) {
                throw new AssertionError("seed " + seed + "\n" + String.join("\n", files.values()), e);
            }
        }
        System.out.println("coverage: " + (all - missing.size()) + " of " + all + " pairs of construct and option in "
                + SEEDS + " random schemas");
        assertThat(missing).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameText() {
        assertThat(RandomSchema.of(7, "s")).isEqualTo(RandomSchema.of(7, "s")).isNotEqualTo(RandomSchema.of(8, "s"));
    }
}
