package dev.proto2ffi.benchmarks.workload;

import calc.ffi.Ledger;
import dev.proto2ffi.benchmarks.harness.Libraries;
import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/** The workload with both ends in Rust, from plain data that Rust has. A critical call for each time. */
abstract class NativeLedgers implements AutoCloseable {
    /** Enough for the structs or the response of any ledger here. */
    private static final long CAPACITY = 4 << 20;

    private NativeLedgers() {}

    /** Builds, calls, and reads the sums. */
    abstract long sum() throws Throwable;

    @Override
    public abstract void close();

    /** Over structs, in {@code workload.rs}. */
    static NativeLedgers structs(PlainLedger plain) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            Ledger ledger = StructLedgers.build(plain, arena);
            return new Structs((long) function(StructLedgers.CODE, "bench_workload_open", 2)
                    .invokeExact(ledger.structAddress(), CAPACITY));
        }
    }

    /** Through bytes, by prost, in {@code twins.rs}. */
    static NativeLedgers protobuf(PlainLedger plain) throws Throwable {
        NativeLibrary prost = Libraries.load("bench_prost_native");
        byte[] bytes = ProtobufLedgers.message(plain).toByteArray();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            return new Protobuf(
                    prost, (long) function(prost, "twin_ledger_open", 2).invokeExact(copy.address(), copy.byteSize()));
        }
    }

    private static MethodHandle function(NativeLibrary code, String name, int arguments) {
        return code.function(
                name, FunctionDescriptor.of(ValueLayout.JAVA_LONG, numbers(arguments)), Linker.Option.critical(false));
    }

    private static MemoryLayout[] numbers(int count) {
        MemoryLayout[] numbers = new MemoryLayout[count];
        Arrays.fill(numbers, ValueLayout.JAVA_LONG);
        return numbers;
    }

    private static void free(NativeLibrary code, String function, long workload) {
        try {
            code.function(function, FunctionDescriptor.ofVoid(numbers(1))).invokeExact(workload);
        } catch (Throwable e) {
            throw new IllegalStateException("can't close the workload", e);
        }
    }

    private static final class Structs extends NativeLedgers {
        private final MethodHandle sum = function(StructLedgers.CODE, "bench_workload_sum", 2);
        private final long bookkeeper =
                StructLedgers.CODE.symbol("calc_Bookkeeper_SumByCurrency").address();
        private final long workload;

        Structs(long workload) {
            this.workload = workload;
        }

        @Override
        long sum() throws Throwable {
            return (long) sum.invokeExact(workload, bookkeeper);
        }

        @Override
        public void close() {
            free(StructLedgers.CODE, "bench_workload_close", workload);
        }
    }

    private static final class Protobuf extends NativeLedgers {
        private final NativeLibrary code;
        private final MethodHandle sum;
        private final MemorySegment response = Arena.ofAuto().allocate(CAPACITY);
        private final long workload;

        Protobuf(NativeLibrary code, long workload) {
            this.code = code;
            this.workload = workload;
            sum = function(code, "twin_ledger_sum", 3);
        }

        @Override
        long sum() throws Throwable {
            return (long) sum.invokeExact(workload, response.address(), response.byteSize());
        }

        @Override
        public void close() {
            free(code, "twin_ledger_close", workload);
        }
    }
}
