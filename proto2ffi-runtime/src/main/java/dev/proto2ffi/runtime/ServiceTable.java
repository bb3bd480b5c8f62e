package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * A struct of function pointers that call a Java implementation of a service: C's {@code calc_Calculator}, for
 * {@code service Calculator} of package {@code calc}.
 *
 * <p>Native code may copy it. It may call the functions on any thread, also on those that Java didn't start, as often and
 * as long as it likes: after the arena was closed the functions answer {@link NativeCallException#CLOSED}, through copies of
 * the table. The memory of this one is gone by then, as all of the arena's is, and must not be read.
 */
public final class ServiceTable {
    private final ServiceType<?> type;
    private final MemorySegment memory;
    private final long ticket;

    private ServiceTable(ServiceType<?> type, MemorySegment memory, long ticket) {
        this.type = type;
        this.memory = memory;
        this.ticket = ticket;
    }

    /** A table in an arena, with the addresses of the service's functions. */
    static <S> ServiceTable of(ServiceType<S> type, S implementation, Arena arena, long[] functions) {
        MemorySegment plain = arena.allocate((2L + functions.length) * Long.BYTES, Long.BYTES);
        long ticket = Tickets.issue(Objects.requireNonNull(implementation));
        plain.setAtIndex(ValueLayout.JAVA_LONG, 0, type.fingerprint());
        plain.setAtIndex(ValueLayout.JAVA_LONG, 1, ticket);
        MemorySegment.copy(functions, 0, plain, ValueLayout.JAVA_LONG, 2L * Long.BYTES, functions.length);
        return new ServiceTable(type, revokedWith(arena, plain, ticket), ticket);
    }

    /** The same memory, which ends the ticket when the arena ends it. */
    @SuppressWarnings("restricted")
    private static MemorySegment revokedWith(Arena arena, MemorySegment plain, long ticket) {
        try {
            return plain.reinterpret(arena, memory -> Tickets.revoke(ticket)).asReadOnly();
        } catch (Throwable e) {
            Tickets.revoke(ticket);
            throw e;
        }
    }

    /** Calls a native function that takes a table. */
    void passTo(NativeFunction accept) {
        CallSlot slot = CallSlots.begin();
        int code;
        try {
            code = (int) Handles.SharedSegments1Longs1.ORDINARY.invokeExact(accept.address(), memory, slot.error);
        } catch (Throwable e) {
            throw slot.abandon(e);
        }
        slot.end(accept, code, -1);
    }

    /** Ends it before the arena does. */
    void revoke() {
        Tickets.revoke(ticket);
    }

    /** What the functions call. */
    public ServiceType<?> serviceType() {
        return type;
    }

    /** The struct, with the lifetime of the arena: what a native function that takes a server gets. */
    public MemorySegment segment() {
        return memory;
    }

    /** The native address of the struct. It keeps nothing alive. */
    public long address() {
        return memory.address();
    }
}
