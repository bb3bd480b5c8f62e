package dev.proto2ffi.benchmarks.pool;

import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.StructPool;
import java.lang.foreign.Arena;
import java.util.ArrayDeque;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;
import social.ffi.Reaction;

/**
 * Category "pool", one thread: the trips of {@link PoolTrips} through our pools and scratch arenas, through what Java has for it, and
 * through native free lists and malloc. Each invocation is timed by itself, {@value #TRIPS} trips.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class Pooling {
    static final int TRIPS = 10_000;

    /** For what takes microseconds. */
    private static final int FEW = 100;

    private final Arena arena = Arena.ofConfined();
    private final StructPool<Reaction> confined = StructPool.builder(Reaction.TYPE)
            .capacity(PoolTrips.CAPACITY)
            .zeroed(false)
            .build();
    private final StructPool<Reaction> confinedZeroed =
            StructPool.builder(Reaction.TYPE).capacity(PoolTrips.CAPACITY).build();
    private final ScratchArena scratch = ScratchArena.builder().zeroed(false).build();
    private final ScratchArena scratchZeroed = ScratchArena.ofConfined();
    private final ArrayDeque<Reaction> stack = new ArrayDeque<>(PoolTrips.CAPACITY);
    private final FreeList c;
    private final FreeList rust;
    private final FreeList rustChecked;

    Pooling() {
        try {
            c = new FreeList("bench_c", PoolTrips.CAPACITY);
            rust = new FreeList("bench_rust", PoolTrips.CAPACITY);
            rustChecked = FreeList.checked(PoolTrips.CAPACITY);
        } catch (Throwable e) {
            throw new IllegalStateException("no native free list to compare with", e);
        }
    }

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends Pooling {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends Pooling {}

    /** Lets the JVM see pools of other structs before it compiles. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(OtherPools.use(20_000));
        for (Reaction reaction : Reaction.allocateArray(arena, PoolTrips.CAPACITY)) {
            stack.push(reaction);
        }
    }

    @TearDown
    public void tearDown() {
        confined.close();
        confinedZeroed.close();
        scratch.close();
        scratchZeroed.close();
        c.close();
        rust.close();
        rustChecked.close();
        arena.close();
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustFreeList", operations = TRIPS)
    public long rustFreeList() throws Throwable {
        return rust.trips(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustFreeListZeroed", operations = TRIPS)
    public long rustFreeListZeroed() throws Throwable {
        return rust.tripsZeroed(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustFreeList", operations = TRIPS)
    public long rustCheckedPool() throws Throwable {
        return rustChecked.trips(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustFreeListZeroed", operations = TRIPS)
    public long rustCheckedPoolZeroed() throws Throwable {
        return rustChecked.tripsZeroed(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.C, to = "rustFreeList", operations = TRIPS)
    public long cFreeList() throws Throwable {
        return c.trips(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.C, to = "rustFreeListZeroed", operations = TRIPS)
    public long cFreeListZeroed() throws Throwable {
        return c.tripsZeroed(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.C, to = "rustFreeList", operations = TRIPS)
    public long cMalloc() throws Throwable {
        return NativeTrips.malloc(Reaction.SIZE, TRIPS);
    }

    @Benchmark
    @Compared(to = "rustFreeList", operations = TRIPS)
    public long confined() {
        return PoolTrips.pool(confined, TRIPS);
    }

    @Benchmark
    @Compared(to = "rustFreeListZeroed", operations = TRIPS)
    public long confinedZeroed() {
        return PoolTrips.pool(confinedZeroed, TRIPS);
    }

    @Benchmark
    @Compared(to = "rustFreeList", operations = TRIPS)
    public long confinedLease() {
        return PoolTrips.lease(confined, TRIPS);
    }

    @Benchmark
    @Compared(to = "rustFreeList", operations = TRIPS)
    public long shared(SharedPools all) {
        return PoolTrips.pool(all.pool, TRIPS);
    }

    @Benchmark
    @Compared(to = "rustFreeListZeroed", operations = TRIPS)
    public long sharedZeroed(SharedPools all) {
        return PoolTrips.pool(all.zeroed, TRIPS);
    }

    @Benchmark
    @Compared(to = "rustFreeList", operations = TRIPS)
    public long sharedLease(SharedPools all) {
        return PoolTrips.lease(all.pool, TRIPS);
    }

    @Benchmark
    @Compared(to = "rustFreeList", operations = TRIPS)
    public long scratch() {
        return PoolTrips.scratch(scratch, TRIPS);
    }

    @Benchmark
    @Compared(to = "rustFreeListZeroed", operations = TRIPS)
    public long scratchZeroed() {
        return PoolTrips.scratch(scratchZeroed, TRIPS);
    }

    @Benchmark
    @Compared(to = "rustFreeListZeroed", operations = TRIPS)
    public long scratchFrameZeroed() {
        return PoolTrips.frames(scratchZeroed, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "rustFreeList", operations = TRIPS)
    public long javaArrayDeque() {
        return PoolTrips.stack(stack, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "rustFreeList", operations = TRIPS)
    public long javaConcurrentQueue(SharedPools all) {
        return PoolTrips.queue(all.queue, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "cMalloc", operations = TRIPS)
    public long javaMalloc() throws Throwable {
        return PoolTrips.malloc(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "cMalloc", operations = TRIPS)
    public long javaConfinedArena() {
        return PoolTrips.confinedArenas(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "cMalloc", operations = FEW)
    public long javaSharedArena() {
        return PoolTrips.sharedArenas(FEW);
    }
}
