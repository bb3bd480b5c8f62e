package dev.proto2ffi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./proto2ffi-bench --churn}: whatever was closed or dropped has gone back. */
class ChurnTest {
    @Test
    void nativeMemoryEndsWhereItBegan() throws InterruptedException {
        ChurnLoad load = new ChurnLoad(7);
        load.round(); // classes, and the buffers that the JDK keeps
        MemoryPoint begin = MemoryPoint.now();
        load.runFor(Duration.ofSeconds(2));
        MemoryPoint end = MemoryPoint.now();
        assertThat(load.rounds()).isGreaterThan(1);
        assertThat(end.nativeKiB()).isEqualTo(begin.nativeKiB());
    }

    @Test
    void theAccountSeesWhatIsHeld() throws InterruptedException {
        long before = MemoryPoint.now().nativeKiB();
        try (AllocationTrips<?> held = new AllocationTrips<>(Specimen.of(5_584))) {
            held.scratch(1);
            assertThat(MemoryPoint.now().nativeKiB()).isGreaterThan(before);
        }
        assertThat(MemoryPoint.now().nativeKiB()).isEqualTo(before);
    }
}
