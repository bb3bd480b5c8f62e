package dev.proto2ffi.benchmarks.ffi;

import bench.ffi.BinaryOp;

/**
 * Two numbers in a struct of 16 bytes, which are written anew for each critical call. Every method makes that many calls,
 * from 0, and answers the sum of the answers; the twins are in {@code ffi.rs}.
 */
final class SmallStructs {
    private SmallStructs() {}

    /** The call copies the struct into registers. */
    static long byValue(BinaryOp op, int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            op.a(i).b(1);
            sum += (long) Functions.ADD_VALUE.invokeExact(op.structSegment());
        }
        return sum;
    }

    static long byPointer(BinaryOp op, int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            op.a(i).b(1);
            sum += (long) Functions.ADD_POINTER.invokeExact(op.structAddress());
        }
        return sum;
    }
}
