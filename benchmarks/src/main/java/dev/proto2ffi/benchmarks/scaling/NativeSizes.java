package dev.proto2ffi.benchmarks.scaling;

import dev.proto2ffi.benchmarks.harness.NativeCode;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The native twins of {@link ByItems} and {@link BySize}, in {@code scaling.rs}. */
@State(Scope.Thread)
public class NativeSizes {
    private final MethodHandle pass = NativeCode.critical(NativeCode.rust(), "bench_pass_reactions", 2);
    private final MethodHandle touch = NativeCode.critical(NativeCode.rust(), "bench_scaling_touch", 3);
    private final MethodHandle stack = NativeCode.critical(NativeCode.rust(), "bench_scaling_stack", 4);
    private final MethodHandle stackZeroed = NativeCode.critical(NativeCode.rust(), "bench_scaling_stack_zeroed", 4);

    /** Two reads and a write for each reaction. */
    long pass(long address, long count) throws Throwable {
        return (long) pass.invokeExact(address, count);
    }

    /** One more in the first two fields of each struct of that size; the sum of the numbers. */
    long touch(MemorySegment structs, long bytes) throws Throwable {
        return (long) touch.invokeExact(structs.address(), bytes, structs.byteSize() / bytes);
    }

    /** Moves the top of a block up, two writes, a read, and moves it back down. */
    long stack(MemorySegment block, long bytes, long trips) throws Throwable {
        return (long) stack.invokeExact(block.address(), block.byteSize(), bytes, trips);
    }

    /** The same, all bytes cleared. */
    long stackZeroed(MemorySegment block, long bytes, long trips) throws Throwable {
        return (long) stackZeroed.invokeExact(block.address(), block.byteSize(), bytes, trips);
    }
}
