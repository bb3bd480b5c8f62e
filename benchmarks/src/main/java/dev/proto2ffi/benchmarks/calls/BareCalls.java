package dev.proto2ffi.benchmarks.calls;

import bench.ffi.BinaryOp;
import bench.ffi.Result;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/**
 * The trips of {@link CallTrips} through handles written by hand, bound to their functions: the least that Java's own
 * foreign functions cost. Nothing is checked; the addresses are of memory that stays. {@code Registers} is a form that
 * the generator doesn't have: two numbers in, one out, no structs, and no way to fail.
 */
final class BareCalls {
    private static final MemorySegment ERROR = Arena.global().allocate(512, 8);
    private static final MethodHandle CRITICAL = structs("bench_Calculator_Add", Linker.Option.critical(false));
    private static final MethodHandle ORDINARY = structs("bench_Calculator_AddOrdinary");
    private static final MethodHandle ORDINARY_SEGMENTS = MeasuredServer.library()
            .function(
                    "bench_Calculator_AddOrdinary",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    private static final MethodHandle REGISTERS_CRITICAL = registers(Linker.Option.critical(false));
    private static final MethodHandle REGISTERS_ORDINARY = registers();

    private BareCalls() {}

    static long critical(BinaryOp request, Result response, int trips) throws Throwable {
        long from = request.structAddress();
        long to = response.structAddress();
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            request.a(i).b(1);
            if ((int) CRITICAL.invokeExact(from, to, ERROR.address()) != 0) {
                return -1;
            }
            sum += response.value();
        }
        return sum;
    }

    static long ordinary(BinaryOp request, Result response, int trips) throws Throwable {
        long from = request.structAddress();
        long to = response.structAddress();
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            request.a(i).b(1);
            if ((int) ORDINARY.invokeExact(from, to, ERROR.address()) != 0) {
                return -1;
            }
            sum += response.value();
        }
        return sum;
    }

    /** With segments, which the JDK keeps open during the call, as the generated client's safe calls do. */
    static long ordinaryHolding(BinaryOp request, Result response, int trips) throws Throwable {
        MemorySegment from = request.structSegment();
        MemorySegment to = response.structSegment();
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            request.a(i).b(1);
            if ((int) ORDINARY_SEGMENTS.invokeExact(from, to, ERROR.address()) != 0) {
                return -1;
            }
            sum += response.value();
        }
        return sum;
    }

    static long registersCritical(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            sum += (long) REGISTERS_CRITICAL.invokeExact((long) i, 1L);
        }
        return sum;
    }

    static long registersOrdinary(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            sum += (long) REGISTERS_ORDINARY.invokeExact((long) i, 1L);
        }
        return sum;
    }

    private static MethodHandle structs(String function, Linker.Option... options) {
        MemoryLayout[] pointers = new MemoryLayout[3];
        Arrays.fill(pointers, ValueLayout.JAVA_LONG);
        return MeasuredServer.library()
                .function(function, FunctionDescriptor.of(ValueLayout.JAVA_INT, pointers), options);
    }

    private static MethodHandle registers(Linker.Option... options) {
        return MeasuredServer.library()
                .function(
                        "bench_calls_add",
                        FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
                        options);
    }
}
