package dev.proto2ffi.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMedianIsInTheMiddle() {
        assertThat(Spread.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Spread.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
        assertThat(Spread.median(List.of(9.0, 1.0, 1.0, 1.0, 1.1))).isEqualTo(1);
    }

    @Test
    void oneValueTellsNothing() {
        assertThat(Spread.error(List.of(1.0))).isNull();
    }

    @Test
    void equalValuesHaveNoError() {
        assertThat(Spread.error(List.of(2.0, 2.0, 2.0))).isZero();
    }

    @Test
    void theErrorIsStudents() {
        // t of 4 degrees of freedom at 97.5 % is 2.776; the standard deviation is sqrt(2.5); times sqrt(pi / 2) of a
        // median.
        assertThat(Spread.error(List.of(1.0, 2.0, 3.0, 4.0, 5.0)))
                .isCloseTo(2.776 * Math.sqrt(2.5) / Math.sqrt(5) * Math.sqrt(Math.PI / 2), within(0.01));
    }

    @Test
    void twoRunsLieApartByNoMoreThanTheirErrors() {
        Random random = new Random(42);
        int agreed = 0;
        for (int i = 0; i < 1_000; i++) {
            List<Double> first = fiveForks(random);
            List<Double> second = fiveForks(random);
            double error = Math.hypot(
                    Objects.requireNonNull(Spread.error(first)), Objects.requireNonNull(Spread.error(second)));
            if (Math.abs(Spread.median(second) - Spread.median(first)) <= error) {
                agreed++;
            }
        }
        assertThat(agreed).isGreaterThan(930);
    }

    private static List<Double> fiveForks(Random random) {
        return Stream.generate(() -> 10 + random.nextGaussian()).limit(5).toList();
    }
}
