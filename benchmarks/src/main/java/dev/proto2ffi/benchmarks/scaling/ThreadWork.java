package dev.proto2ffi.benchmarks.scaling;

import dev.proto2ffi.benchmarks.cache.ReactionPasses;
import dev.proto2ffi.benchmarks.data.Feed;
import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.pool.OtherPools;
import dev.proto2ffi.benchmarks.pool.PoolTrips;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Category "scaling", by threads: what each of {@link OneThread} and {@link TwoThreads} does, on an array of its own and at
 * a pool that all share. Times are those of one thread's item.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class ThreadWork {
    /** Reactions in a thread's array: 4 MB. */
    static final int ITEMS = 100_000;

    static final int TRIPS = 2_000;

    private Feed feed = new Feed(0);

    /** Lets the JVM see other structs before it compiles the loops. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(Feed.meetOtherStructs(2_000) + OtherPools.use(20_000));
        feed.close();
        feed = new Feed(ITEMS);
    }

    @TearDown
    public void tearDown() {
        feed.close();
    }

    @Benchmark
    @Compared(to = "rustOwnArray", operations = ITEMS)
    public long javaOwnArray() {
        return ReactionPasses.forEach(feed.reactions);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustOwnArray", operations = ITEMS)
    public long rustOwnArray(NativeSizes rust) throws Throwable {
        return rust.pass(feed.reactions.address(), ITEMS);
    }

    @Benchmark
    @Compared(to = "rustSharedPool", operations = TRIPS)
    public long javaSharedPool(SharedPools.OfJava shared) {
        return PoolTrips.pool(shared.pool, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustSharedPool", operations = TRIPS)
    public long rustSharedPool(SharedPools.OfRust shared) throws Throwable {
        return shared.trips(TRIPS);
    }
}
