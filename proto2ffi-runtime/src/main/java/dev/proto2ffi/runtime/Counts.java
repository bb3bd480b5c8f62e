package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/** The {@code uint32_t f_count} before the array of a bounded repeated field. */
public final class Counts {
    private Counts() {}

    /**
     * How many elements the field holds.
     *
     * @param segment base of the access
     * @param offset of the count in it
     * @param capacity of the array
     * @param field full name, for messages
     * @throws CorruptStructException if the stored count is beyond the capacity
     */
    public static int get(MemorySegment segment, long offset, int capacity, String field) {
        int count = segment.get(ValueLayout.JAVA_INT_UNALIGNED, offset);
        if (count < 0 || count > capacity) {
            throw new CorruptStructException(
                    field, "the stored count " + Integer.toUnsignedString(count) + " is beyond max_count " + capacity);
        }
        return count;
    }

    /**
     * Checks an index against the stored count; parameters and errors as in {@link #get}.
     *
     * @return the index
     * @throws IndexOutOfBoundsException if no element has this index
     */
    public static int check(int index, MemorySegment segment, long offset, int capacity, String field) {
        return Objects.checkIndex(index, get(segment, offset, capacity, field));
    }

    /**
     * The index at which one more element will stand; the count still excludes it. Parameters as in {@link #get}.
     *
     * @throws FieldOverflowException if the array is full
     */
    public static int room(MemorySegment segment, long offset, int capacity, String field) {
        int count = get(segment, offset, capacity, field);
        if (count == capacity) {
            throw new FieldOverflowException(field, "it is full: max_count is " + capacity);
        }
        return count;
    }

    /** Stores a count that was checked. */
    public static void set(MemorySegment segment, long offset, int count) {
        segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset, count);
    }

    /**
     * Checks that a whole list fits.
     *
     * @return the size
     * @throws FieldOverflowException if it is beyond the capacity
     */
    public static int checkFits(int size, int capacity, String field) {
        if (size > capacity) {
            throw new FieldOverflowException(field, size + " elements don't fit in max_count " + capacity);
        }
        return size;
    }

    /**
     * Checks that a list has exactly the length of a field of fixed count.
     *
     * @return the size
     * @throws IllegalArgumentException if it has another
     */
    public static int checkExact(int size, int count, String field) {
        if (size != count) {
            throw new IllegalArgumentException(
                    field + ": " + size + " elements given, but the field holds exactly " + count);
        }
        return size;
    }
}
