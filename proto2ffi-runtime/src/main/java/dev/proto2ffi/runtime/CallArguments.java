package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;

/**
 * How the memory of messages is passed to native code: as an address where nothing can free it before the function
 * returns, or where raw mode leaves that to the user; and otherwise as a segment, which the JDK keeps open during the call.
 */
final class CallArguments {
    /** Never runs: memory that it can't access is confined to one other thread. */
    private static final Thread NOBODY = new Thread(() -> {}, "proto2ffi-nobody");

    private CallArguments() {}

    /**
     * Whether the memory is not confined: other threads may close it during a call, which the JDK must be asked to prevent
     * then. Raw mode leaves it to the user.
     */
    static boolean isShared(StructView struct) {
        return !Access.RAW && struct.segment.isAccessibleBy(NOBODY);
    }

    /**
     * Whether a call that can't call back may get the address: only the calling thread could close the memory, and that is
     * busy. Raw mode leaves it to the user.
     */
    static boolean isOwn(StructView struct) {
        return isOwn(struct.segment);
    }

    /** The same for an array. */
    static boolean isOwn(StructArray<?> array) {
        return isOwn(array.segment);
    }

    private static boolean isOwn(MemorySegment segment) {
        return Access.RAW
                || !segment.isAccessibleBy(NOBODY)
                        && segment.isAccessibleBy(Thread.currentThread())
                        && segment.scope().isAlive();
    }

    /** The same for memory that the function writes. */
    static boolean isOwnWritable(StructView struct) {
        return isOwn(struct) && (Access.RAW || !struct.segment.isReadOnly());
    }

    /** The native address of a struct that {@link #isOwn}. */
    static long address(StructView struct) {
        if (Access.RAW) {
            return raw(struct);
        }
        MemorySegment segment = struct.segment;
        if (Checks.ON) {
            LeaseRegistry.checkInUse(segment);
        }
        long offset = struct.address;
        if (offset < 0) {
            throw nowhere(struct.structType());
        }
        return segment.address() + offset;
    }

    /** The native address of an array's first element, likewise. */
    static long address(StructArray<?> array) {
        if (Access.RAW) {
            return raw(array);
        }
        MemorySegment segment = array.segment;
        if (Checks.ON) {
            LeaseRegistry.checkInUse(segment);
        }
        long offset = array.address;
        if (offset < 0) {
            throw nowhere(array.structType());
        }
        return segment.address() + offset;
    }

    /** The native address of a struct, in raw mode. */
    static long raw(StructView struct) {
        long address = struct.address;
        if (address < 0) {
            throw nowhere(struct.structType());
        }
        return address;
    }

    /** The native address of an array's first element, in raw mode. */
    static long raw(StructArray<?> array) {
        long address = array.address;
        if (address < 0) {
            throw nowhere(array.structType());
        }
        return address;
    }

    /** The memory from a struct on. */
    static MemorySegment segment(StructView struct) {
        MemorySegment segment = struct.segment;
        if (Checks.ON) {
            LeaseRegistry.checkInUse(segment);
        }
        long offset = struct.address;
        if (offset < 0) {
            throw nowhere(struct.structType());
        }
        return segment.asSlice(offset);
    }

    /** The memory from an element of an array on. */
    static MemorySegment segment(StructArray<?> array, long bytes) {
        MemorySegment segment = array.segment;
        if (Checks.ON) {
            LeaseRegistry.checkInUse(segment);
        }
        long offset = array.address;
        if (offset < 0) {
            throw nowhere(array.structType());
        }
        return segment.asSlice(offset + bytes);
    }

    /** Refuses a response that a function couldn't write. */
    static void checkWritable(StructView response) {
        if (!Access.RAW) {
            writable(response.segment);
        }
    }

    /** The same for all responses of a batch. */
    static void checkWritable(StructArray<?> responses) {
        if (!Access.RAW) {
            writable(responses.segment);
        }
    }

    /** The segment that a function is about to write. */
    static MemorySegment writable(MemorySegment segment) {
        if (segment.isReadOnly()) {
            throw new IllegalArgumentException(
                    "the response is in read-only memory, which the function can't write; allocate it from an Arena");
        }
        return segment;
    }

    private static IllegalStateException nowhere(StructType<?> type) {
        return new IllegalStateException(type.name()
                + ": this view points nowhere: it was given back to its pool, next() of its cursor wasn't called,"
                + " or the call that it was a message of has returned");
    }
}
