package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a call from native code, which lends their memory until the call returns. Views are poisoned then. What
 * was derived from them is not, unless the checked mode is on: then the memory gets a lifetime that ends with the call.
 * Arrays have one in safe mode too, for the thread of the call.
 */
final class CallMemory {
    private static final CallMemory UNBOUNDED = new CallMemory(null);

    private final @Nullable Arena lifetime;

    private CallMemory(@Nullable Arena lifetime) {
        this.lifetime = lifetime;
    }

    /** For a call that has views. */
    static CallMemory ofViews() {
        return Checks.ON ? new CallMemory(Arena.ofShared()) : UNBOUNDED;
    }

    /** For a call that has arrays. */
    static CallMemory ofArrays() {
        if (Access.RAW) {
            return UNBOUNDED;
        }
        return new CallMemory(Checks.ON ? Arena.ofShared() : Arena.ofConfined());
    }

    /**
     * A view of a message.
     *
     * @param what it is, for messages
     * @throws NativeCallException if no struct can be there
     */
    <T extends Struct> T view(StructType<T> type, long address, String what) {
        check(type, address, what);
        return lifetime == null ? type.view(Pointers.memory(), address) : type.view(bound(address, type.size()), 0);
    }

    /** An array of messages; parameters and errors as in {@link #view}. */
    <T extends Struct> StructArray<T> array(StructType<T> type, long address, long count, String what) {
        check(type, address, what);
        if (count > (Long.MAX_VALUE - address) / type.size()) {
            throw invalid(what + " reach beyond the end of memory: " + Long.toUnsignedString(count) + " of them");
        }
        return lifetime == null
                ? type.arrayAt(Pointers.memory(), address, count)
                : type.arrayAt(bound(address, count * type.size()), 0, count);
    }

    /** Native memory with the lifetime of the call, where it has one. */
    @SuppressWarnings("restricted")
    MemorySegment bound(long address, long size) {
        MemorySegment memory = MemorySegment.ofAddress(address);
        return lifetime == null ? memory.reinterpret(size) : memory.reinterpret(size, lifetime, null);
    }

    /** Ends the use of a view. */
    static void poison(@Nullable Struct view) {
        if (view != null) {
            ((StructView) view).address |= Access.NOWHERE;
        }
    }

    /** The call returns. */
    void end() {
        if (lifetime != null) {
            lifetime.close();
        }
    }

    /** Refuses a response that stands where the request does. */
    static void checkApart(long first, long firstSize, long second, long secondSize) {
        if (first < second + secondSize && second < first + firstSize) {
            throw invalid("request and response overlap");
        }
    }

    private static void check(StructType<?> type, long address, String what) {
        if (!isUsable(type, address)) {
            throw invalid(
                    address == 0
                            ? what + " is NULL"
                            : what + " is misaligned: 0x" + Long.toHexString(address) + " is not a multiple of "
                                    + type.alignment());
        }
    }

    /** Whether a struct can be at an address. */
    static boolean isUsable(StructType<?> type, long address) {
        return address > 0 && (address & type.alignment() - 1) == 0;
    }

    static NativeCallException invalid(String detail) {
        return new NativeCallException(NativeCallException.INVALID_ARGUMENT, detail);
    }
}
