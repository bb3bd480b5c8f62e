package dev.proto2ffi.benchmarks.scaling;

import dev.proto2ffi.benchmarks.data.Specimen;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Structs of one size, side by side; for one thread. The twin of its work is in {@code scaling.rs}. */
final class SizedArray<T extends Struct> implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final Specimen<T> specimen;
    private final StructArray<T> structs;

    SizedArray(Specimen<T> specimen, long count) {
        this.specimen = specimen;
        this.structs = specimen.type().allocateArray(arena, count);
    }

    /** Reads the first field of each, and writes one more into the first two; the sum of what was written. */
    long touch() {
        long sum = 0;
        for (T struct : structs) {
            long value = specimen.read().applyAsLong(struct) + 1;
            specimen.write().accept(struct, value);
            sum += value;
        }
        return sum;
    }

    MemorySegment segment() {
        return structs.segment();
    }

    @Override
    public void close() {
        arena.close();
    }
}
