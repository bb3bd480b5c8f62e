package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The {@code int32_t o_case} of a oneof, the number of the field that its union holds, 0 for none. */
public final class Oneofs {
    private Oneofs() {}

    /**
     * The stored number, which native code may have set to anything.
     *
     * @param segment base of the access
     * @param offset of the case in it
     */
    public static int get(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_INT_UNALIGNED, offset);
    }

    /**
     * Checks that the union holds a field; the other parameters as in {@link #get}.
     *
     * @param number of the field
     * @param field its full name, for messages
     * @throws IllegalStateException if it holds another, or none
     */
    public static void check(MemorySegment segment, long offset, int number, String field) {
        int found = get(segment, offset);
        if (found != number) {
            throw notSet(number, found, field);
        }
    }

    /**
     * Stores the number of a field that was written to the union, and, where the union held another, sets the bytes behind
     * it to zero, so that nothing is left of the other one. A value that was refused has then changed nothing.
     *
     * @param segment base of the access
     * @param offset of the case in it
     * @param number of the field, or 0 to have none
     * @param union offset of the union
     * @param written bytes of it that the field has written
     * @param size bytes of the union
     */
    public static void settle(MemorySegment segment, long offset, int number, long union, long written, long size) {
        if (get(segment, offset) != number) {
            Access.zero(segment, union + written, size - written);
            segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset, number);
        }
    }

    /**
     * Stores that the union holds nothing, unless it holds the field that is about to be written. What a write that fails
     * half-way leaves in the union is then never read as the other field, whose pointers it could look like.
     *
     * @param segment base of the access
     * @param offset of the case in it
     * @param number of the field
     */
    public static void vacate(MemorySegment segment, long offset, int number) {
        if (get(segment, offset) != number) {
            segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset, 0);
        }
    }

    private static IllegalStateException notSet(int number, int found, String field) {
        String holds = found == 0 ? "no field is set (case 0)" : "case " + found + " is set";
        return new IllegalStateException(
                field + ": it isn't set: the oneof must have case " + number + ", but " + holds);
    }
}
