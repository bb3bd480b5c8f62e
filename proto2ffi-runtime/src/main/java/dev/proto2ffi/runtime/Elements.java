package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Where the elements of any field are, found by its description: in the struct, or where its pointer points. A singular
 * field has one element. What memory says is checked before it is believed, as far as it can be: pointers are trusted
 * once they are aligned.
 */
final class Elements {
    private static final long SIZE_OF_SPAN = Long.BYTES;

    private Elements() {}

    /**
     * Whether the field holds something: its presence bit is set, its oneof holds it, its pointer isn't NULL. Fields that
     * can't be absent always do.
     *
     * @param memory base of the access
     * @param at where the struct starts in it
     */
    static boolean isPresent(StructField field, MemorySegment memory, long at) {
        if (field.oneof() != null && storedCase(field, memory, at) != field.number()) {
            return false;
        }
        if (field.hasPresence() && !Presence.has(memory, at + field.presenceOffset(), field.presenceBit())) {
            return false;
        }
        return field.kind() != StructField.Kind.MESSAGE_POINTER || pointer(field, memory, at + field.offset()) != 0;
    }

    /** Whether what is read of the field can differ from what was never set: then it is printed even where it is zero. */
    static boolean hasAbsence(StructField field) {
        return field.hasPresence()
                || field.oneof() != null
                || field.kind() == StructField.Kind.MESSAGE_POINTER
                || field.shape() != StructField.Shape.SINGULAR;
    }

    /** The number of the field that the oneof of this one holds. */
    static int storedCase(StructField field, MemorySegment memory, long at) {
        return memory.get(ValueLayout.JAVA_INT_UNALIGNED, at + field.caseOffset());
    }

    /**
     * The number of elements.
     *
     * @throws CorruptStructException if what is stored can't be one
     */
    static int count(StructField field, MemorySegment memory, long at) {
        return switch (field.shape()) {
            case SINGULAR, FIXED_COUNT -> field.capacity();
            case REPEATED -> Counts.get(memory, at + field.countOffset(), field.capacity(), field.fullName());
            case UNBOUNDED ->
                size(memory, at + field.offset(), field.elementSize(), alignment(field), field.fullName());
        };
    }

    /** The base of accesses to the elements, given that of accesses to the struct. */
    static MemorySegment memory(StructField field, MemorySegment memory) {
        if (field.shape() != StructField.Shape.UNBOUNDED) {
            return memory;
        }
        // Checked, what a pointer leads to dies with its struct even for loops that have begun.
        return Checks.ON ? Pointers.part(memory, 0, Long.MAX_VALUE) : Pointers.memory();
    }

    /** Where the first element starts in {@link #memory}. */
    static long first(StructField field, MemorySegment memory, long at) {
        return field.shape() == StructField.Shape.UNBOUNDED ? data(memory, at + field.offset()) : at + field.offset();
    }

    /** The pointer of a pointer and a size. */
    static long data(MemorySegment memory, long at) {
        return memory.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
    }

    /** Writes a pointer and a size. */
    static void setSpan(MemorySegment memory, long at, long data, long size) {
        memory.set(ValueLayout.JAVA_LONG_UNALIGNED, at, data);
        memory.set(ValueLayout.JAVA_LONG_UNALIGNED, at + SIZE_OF_SPAN, size);
    }

    /**
     * The address of the message that a pointer points to, 0 for NULL.
     *
     * @throws CorruptStructException if no such message can start there
     */
    static long pointer(StructField field, MemorySegment memory, long at) {
        long pointer = memory.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
        checkAligned(pointer, field.message().alignment(), field);
        return pointer;
    }

    /** The alignment of an element behind a pointer. */
    static long alignment(StructField field) {
        return switch (field.kind()) {
            case STRING, FIXED_BYTES -> 1;
            case BYTES -> Integer.BYTES;
            case MESSAGE -> field.message().alignment();
            case UNBOUNDED_STRING, UNBOUNDED_BYTES, MESSAGE_POINTER -> Long.BYTES;
            case BOOL, INT, UINT, FLOAT, ENUM -> field.elementSize();
        };
    }

    /**
     * The size of a pointer and a size.
     *
     * @param at where the two are
     * @throws CorruptStructException if there can't be so many elements, or none are pointed to
     */
    static int size(MemorySegment memory, long at, long elementSize, long alignment, String name) {
        long size = memory.get(ValueLayout.JAVA_LONG_UNALIGNED, at + SIZE_OF_SPAN);
        if (size == 0) {
            return 0;
        }
        long data = data(memory, at);
        if (data == 0) {
            throw new CorruptStructException(name, "a NULL pointer with the size " + Long.toUnsignedString(size));
        }
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw new CorruptStructException(
                    name, "the stored size " + Long.toUnsignedString(size) + " is beyond what Java can index");
        }
        if ((data & alignment - 1) != 0) {
            throw misaligned(data, alignment, name);
        }
        if (data < 0 || data > Long.MAX_VALUE - size * elementSize) {
            throw new CorruptStructException(name, "no memory is at 0x" + Long.toHexString(data));
        }
        return (int) size;
    }

    private static void checkAligned(long pointer, long alignment, StructField field) {
        if ((pointer & alignment - 1) != 0) {
            throw misaligned(pointer, alignment, field.fullName());
        }
        if (pointer < 0) {
            throw new CorruptStructException(field.fullName(), "no memory is at 0x" + Long.toHexString(pointer));
        }
    }

    private static CorruptStructException misaligned(long pointer, long alignment, String name) {
        return new CorruptStructException(
                name, "the pointer 0x" + Long.toHexString(pointer) + " is not a multiple of " + alignment);
    }
}
