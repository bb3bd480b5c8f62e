package dev.proto2ffi.benchmarks.ladder;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Both ends in Rust, by prost, in {@code twins.rs}. Each method is one critical call for all adds; the sum of the answers. */
final class RustTwins {
    private final MethodHandle adds;
    private final MethodHandle batch;
    private final MethodHandle columns;
    private final MemorySegment response;

    /** For so many adds at most. */
    RustTwins(NativeEnd end, int adds) {
        this.adds = end.twin("twin_adds", 3);
        batch = end.twin("twin_batch", 5);
        columns = end.twin("twin_columns", 5);
        response = Arena.ofAuto().allocate(32L * adds + 32, 64);
    }

    /** A call for each add. */
    long adds(Numbers numbers, int from, int count) throws Throwable {
        long start = from * ValueLayout.JAVA_LONG.byteSize();
        return (long) adds.invokeExact(
                numbers.nativeA().address() + start, numbers.nativeB().address() + start, (long) count);
    }

    /** All numbers in one message of messages. */
    long batch(Numbers numbers) throws Throwable {
        return (long) batch.invokeExact(
                numbers.nativeA().address(),
                numbers.nativeB().address(),
                (long) numbers.a().length,
                response.address(),
                response.byteSize());
    }

    /** All numbers in one message of packed numbers. */
    long columns(Numbers numbers) throws Throwable {
        return (long) columns.invokeExact(
                numbers.nativeA().address(),
                numbers.nativeB().address(),
                (long) numbers.a().length,
                response.address(),
                response.byteSize());
    }
}
