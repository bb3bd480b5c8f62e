package dev.proto2ffi.benchmarks.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proto2ffi.benchmarks.allocation.AllocationTrips;
import dev.proto2ffi.benchmarks.data.Specimen;
import dev.proto2ffi.runtime.SharedRegion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(ChurnLoad.mappedRegions()).isLessThanOrEqualTo(0); // the JVM's account doesn't see mapped files
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

    @Test
    void aRegionThatIsStillMappedIsSeen(@TempDir Path folder) throws IOException {
        assumeTrue(ChurnLoad.mappedRegions() >= 0, "/proc tells");
        try (SharedRegion held = SharedRegion.create(folder.resolve(ChurnLoad.REGION_NAME + "held"), 8_192)) {
            assertThat(held.remaining()).isEqualTo(4_096);
            assertThat(ChurnLoad.mappedRegions()).isEqualTo(1);
        }
        assertThat(ChurnLoad.mappedRegions()).isZero();
    }
}
