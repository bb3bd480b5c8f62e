package dev.proto2ffi.benchmarks.scaling;

import dev.proto2ffi.benchmarks.allocation.AllocationTrips;
import dev.proto2ffi.benchmarks.data.Feed;
import dev.proto2ffi.benchmarks.data.Specimen;
import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.pool.OtherPools;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Category "scaling", by the size of the struct, from 40 bytes to 80,000: the first two fields of {@value #STRUCTS} structs
 * side by side, and memory for one struct after the other, zeroed and not.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class BySize {
    static final int STRUCTS = 1_000;
    static final int PASSES = 10;
    static final int VISITS = PASSES * STRUCTS;
    static final int TRIPS = 1_000;

    /** Zeroing 80,000 bytes takes microseconds. */
    static final int TRIPS_ZEROED = 100;

    /** Room of the stack in Rust. */
    private static final long STACK_BYTES = 128 << 10;

    /** Of the struct. */
    @Param({"40", "304", "2056", "5584", "80000"})
    public long bytes;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment stack = arena.allocate(STACK_BYTES, 64);
    private SizedArray<?> structs = new SizedArray<>(Specimen.of(40), 0);
    private AllocationTrips<?> trips = new AllocationTrips<>(Specimen.of(40));

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends BySize {
        @Benchmark
        @Compared(to = "rustTouch", operations = VISITS)
        public long javaTouch() {
            long sum = 0;
            for (int i = 0; i < PASSES; i++) {
                sum += structs().touch();
            }
            return sum;
        }

        @Benchmark
        @Compared(to = "rustStack", operations = TRIPS)
        public long scratch() {
            return trips().scratchBare(TRIPS);
        }

        @Benchmark
        @Compared(to = "rustStackZeroed", operations = TRIPS_ZEROED)
        public long scratchZeroed() {
            return trips().scratch(TRIPS_ZEROED);
        }
    }

    /** Native code, which has no modes. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends BySize {
        @Benchmark
        @Compared(by = Contender.RUST, to = "rustTouch", operations = VISITS)
        public long rustTouch(NativeSizes rust) throws Throwable {
            long sum = 0;
            for (int i = 0; i < PASSES; i++) {
                sum += rust.touch(structs().segment(), bytes);
            }
            return sum;
        }

        @Benchmark
        @Compared(by = Contender.RUST, to = "rustStack", operations = TRIPS)
        public long rustStack(NativeSizes rust) throws Throwable {
            return rust.stack(stack(), bytes, TRIPS);
        }

        @Benchmark
        @Compared(by = Contender.RUST, to = "rustStackZeroed", operations = TRIPS_ZEROED)
        public long rustStackZeroed(NativeSizes rust) throws Throwable {
            return rust.stackZeroed(stack(), bytes, TRIPS_ZEROED);
        }
    }

    /** Lets the JVM see other structs before it compiles the loops. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(Feed.meetOtherStructs(2_000) + OtherPools.use(20_000));
        structs.close();
        structs = new SizedArray<>(Specimen.of(bytes), STRUCTS);
        trips.close();
        trips = new AllocationTrips<>(Specimen.of(bytes));
    }

    @TearDown
    public void tearDown() {
        structs.close();
        trips.close();
        arena.close();
    }

    final SizedArray<?> structs() {
        return structs;
    }

    final AllocationTrips<?> trips() {
        return trips;
    }

    final MemorySegment stack() {
        return stack;
    }
}
