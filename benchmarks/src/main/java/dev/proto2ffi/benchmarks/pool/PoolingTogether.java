package dev.proto2ffi.benchmarks.pool;

import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;
import social.ffi.Reaction;

/**
 * Category "pool", two threads on two cores: the trips of {@link PoolTrips}, both threads at the same pool, queue or
 * malloc all the time. Times are those of one thread's trip, while the other makes its own.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Threads(2)
@State(Scope.Thread)
public abstract class PoolingTogether {
    static final int TRIPS = 10_000;

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends PoolingTogether {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends PoolingTogether {}

    /** Lets the JVM see pools of other structs before it compiles. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(OtherPools.use(20_000));
    }

    @Benchmark
    @Compared(by = Contender.C, to = "cMalloc", operations = TRIPS)
    public long cMalloc() throws Throwable {
        return NativeTrips.malloc(Reaction.SIZE, TRIPS);
    }

    @Benchmark
    @Compared(to = "cMalloc", operations = TRIPS)
    public long shared(SharedPools all) {
        return PoolTrips.pool(all.pool, TRIPS);
    }

    @Benchmark
    @Compared(to = "cMalloc", operations = TRIPS)
    public long sharedZeroed(SharedPools all) {
        return PoolTrips.pool(all.zeroed, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "cMalloc", operations = TRIPS)
    public long javaConcurrentQueue(SharedPools all) {
        return PoolTrips.queue(all.queue, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "cMalloc", operations = TRIPS)
    public long javaMalloc() throws Throwable {
        return PoolTrips.malloc(TRIPS);
    }
}
