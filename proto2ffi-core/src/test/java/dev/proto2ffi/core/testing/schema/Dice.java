package dev.proto2ffi.core.testing.schema;

import java.util.List;
import java.util.Random;

/** Random choices; the same seed makes the same ones. */
final class Dice {
    final Random random;

    Dice(long seed) {
        // Seeds that follow on each other give similar first numbers.
        this.random = new Random(seed * 0x9e3779b97f4a7c15L + 1);
    }

    /** True in so many of a hundred cases. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** From one number to another, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }
}
