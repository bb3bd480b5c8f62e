package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Integers, bools and enum numbers of any width, by the description of their field. */
final class Integers {
    private Integers() {}

    /** Reads one, extended as its sign demands; a bool as 0 or 1. */
    static long get(StructField field, MemorySegment memory, long at) {
        long value = switch ((int) field.elementSize()) {
            case Byte.BYTES -> memory.get(ValueLayout.JAVA_BYTE, at);
            case Short.BYTES -> memory.get(ValueLayout.JAVA_SHORT_UNALIGNED, at);
            case Integer.BYTES -> memory.get(ValueLayout.JAVA_INT_UNALIGNED, at);
            default -> memory.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
        };
        return switch (field.kind()) {
            case BOOL -> value != 0 ? 1 : 0;
            case UINT -> value & mask(field);
            default -> value;
        };
    }

    /**
     * Writes one.
     *
     * @param value of an unsigned field extended with zeroes
     * @param name full name of the field, for messages
     * @throws FieldOverflowException if it doesn't fit in the storage
     */
    static void set(StructField field, MemorySegment memory, long at, long value, String name) {
        int unused = unused(field);
        long kept = field.kind() == StructField.Kind.UINT ? value & mask(field) : value << unused >> unused;
        if (kept != value) {
            throw new FieldOverflowException(
                    name, value + " doesn't fit in " + (Long.SIZE - unused) + " bits of storage");
        }
        switch ((int) field.elementSize()) {
            case Byte.BYTES -> memory.set(ValueLayout.JAVA_BYTE, at, (byte) value);
            case Short.BYTES -> memory.set(ValueLayout.JAVA_SHORT_UNALIGNED, at, (short) value);
            case Integer.BYTES -> memory.set(ValueLayout.JAVA_INT_UNALIGNED, at, (int) value);
            default -> memory.set(ValueLayout.JAVA_LONG_UNALIGNED, at, value);
        }
    }

    private static long mask(StructField field) {
        return -1L >>> unused(field);
    }

    private static int unused(StructField field) {
        return Long.SIZE - (int) field.elementSize() * Byte.SIZE;
    }
}
