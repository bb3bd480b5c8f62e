package dev.proto2ffi.stress;

import dev.proto2ffi.runtime.Access;
import dev.proto2ffi.runtime.PoolExhaustedException;
import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructField;
import dev.proto2ffi.runtime.StructPool;
import dev.proto2ffi.runtime.StructType;
import dev.proto2ffi.runtime.StructView;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A struct of one number, as the generator would write it if it knew nothing but that. */
public final class Cell extends StructView {
    private static final StructLayout LAYOUT =
            MemoryLayout.structLayout(ValueLayout.JAVA_LONG.withName("value")).withName("stress.Cell");

    /** The type. */
    public static final StructType<Cell> TYPE = StructType.describe("stress.Cell", LAYOUT, Cell::new, Cells::new)
            .fingerprint(1)
            .build(8, 8, StructField.of("value", 1, "uint64", StructField.Kind.UINT, 0, 8));

    private Cell(MemorySegment segment, long address) {
        super(segment, address);
    }

    /** Reads the number. */
    public int value() {
        return (int) Access.base(segment).get(ValueLayout.JAVA_LONG_UNALIGNED, address);
    }

    /** Sets the number. */
    public Cell value(int value) {
        Access.base(segment).set(ValueLayout.JAVA_LONG_UNALIGNED, address, value);
        return this;
    }

    @Override
    public StructType<Cell> structType() {
        return TYPE;
    }

    @Override
    public Cell clear() {
        return value(0);
    }

    /** A struct of the pool, or null if the pool is exhausted. */
    static @Nullable Cell tryAcquire(StructPool<Cell> pool) {
        try {
            return pool.acquire();
        } catch (PoolExhaustedException e) {
            return null;
        }
    }

    private static final class Cells extends StructArray<Cell> {
        Cells(MemorySegment segment, long address, long length) {
            super(TYPE, segment, address, length);
        }

        @Override
        public Cell get(long index) {
            return new Cell(segment, locate(index, 8));
        }

        @Override
        public Iterator<Cell> iterator() {
            return stream().iterator();
        }
    }
}
