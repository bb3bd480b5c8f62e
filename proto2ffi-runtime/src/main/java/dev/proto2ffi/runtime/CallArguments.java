package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * How the memory of messages is passed to native code: as an address where nothing can free it before the function
 * returns, or where raw mode leaves that to the user; and otherwise as a segment, which the JDK keeps open during the call.
 */
final class CallArguments {
    /** Never runs: memory that it can't access is confined to one other thread. */
    private static final Thread NOBODY = new Thread(() -> {}, "proto2ffi-nobody");

    private CallArguments() {}

    /**
     * Whether another thread may close the memory during a call, which the JDK must be asked to prevent then. Where it is
     * confined to the calling thread only a call back could; raw mode leaves it all to the user.
     */
    static boolean isShared(StructView struct) {
        return !Access.RAW && struct.segment.isAccessibleBy(NOBODY);
    }

    /** The native address of a struct that is not shared. */
    static long address(StructView struct) {
        return Access.RAW ? raw(struct) : confined(struct);
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

    /** The native address of a struct in confined memory that the calling thread may use. */
    private static long confined(StructView struct) {
        MemorySegment segment = struct.segment;
        long offset = struct.address;
        if (offset < 0) {
            throw nowhere(struct.structType());
        }
        check(segment, offset);
        return segment.address() + offset;
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

    /** The segment that a function is about to write. */
    static MemorySegment writable(MemorySegment segment) {
        if (segment.isReadOnly()) {
            throw new IllegalArgumentException(
                    "the response is in read-only memory, which the function can't write; allocate it from an Arena");
        }
        return segment;
    }

    /** One access answers for the whole call: alive, and this thread's. */
    @SuppressWarnings("CheckReturnValue")
    private static void check(MemorySegment segment, long offset) {
        if (Checks.ON) {
            LeaseRegistry.checkInUse(segment);
        }
        segment.get(ValueLayout.JAVA_BYTE, offset);
    }

    private static IllegalStateException nowhere(StructType<?> type) {
        return new IllegalStateException(type.name()
                + ": this view points nowhere: it was given back to its pool, next() of its cursor wasn't called,"
                + " or the call that it was a message of has returned");
    }
}
