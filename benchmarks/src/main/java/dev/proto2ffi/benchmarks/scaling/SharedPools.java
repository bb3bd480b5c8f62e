package dev.proto2ffi.benchmarks.scaling;

import dev.proto2ffi.benchmarks.harness.NativeCode;
import dev.proto2ffi.runtime.StructPool;
import java.lang.invoke.MethodHandle;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import social.ffi.Reaction;

/** Pools of reactions that all threads of a benchmark use together. */
public final class SharedPools {
    /** Reactions in each. A thread needs one at a time. */
    static final int CAPACITY = 1_024;

    private SharedPools() {}

    /** Ours, not zeroed. */
    @State(Scope.Benchmark)
    public static class OfJava {
        final StructPool<Reaction> pool = StructPool.builder(Reaction.TYPE)
                .capacity(CAPACITY)
                .zeroed(false)
                .shared()
                .build();

        @TearDown
        public void tearDown() {
            pool.close();
        }
    }

    /** A {@code Vec} of pointers behind a {@code Mutex}, in {@code scaling.rs}. */
    @State(Scope.Benchmark)
    public static class OfRust implements AutoCloseable {
        private final MethodHandle trips = NativeCode.ordinary(NativeCode.rust(), "bench_locked_pool_trips", 2);
        private final MethodHandle delete = NativeCode.ordinary(NativeCode.rust(), "bench_locked_pool_delete", 1);
        private final long pool;

        public OfRust() {
            try {
                pool = (long) NativeCode.ordinary(NativeCode.rust(), "bench_locked_pool_new", 1)
                        .invokeExact((long) CAPACITY);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("no native pool to compare with", e);
            }
        }

        /** Acquire, two writes, a read, release; the sum of what was read. */
        long trips(long count) throws Throwable {
            return (long) trips.invokeExact(pool, count);
        }

        @Override
        @TearDown
        public void close() {
            try {
                long freed = (long) delete.invokeExact(pool);
                if (freed != CAPACITY) {
                    throw new IllegalStateException(freed + " reactions came back to the native pool");
                }
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("the native pool couldn't be freed", e);
            }
        }
    }
}
