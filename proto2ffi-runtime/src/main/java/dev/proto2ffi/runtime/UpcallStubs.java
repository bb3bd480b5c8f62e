package dev.proto2ffi.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The native functions of a service that call Java: one for each of its functions, whatever the number of implementations,
 * made when first needed and for the life of the JVM.
 *
 * @param <S> the generated interface
 */
final class UpcallStubs<S> {
    private static final MethodHandle UPCALL;

    // Of RpcType.upcall, after the receiver:
    private static final int REQUEST = 2;
    private static final int RESPONSE = 3;
    private static final int COUNT = 4;
    private static final int ALLOCATOR = 5;

    static {
        try {
            UPCALL = MethodHandles.lookup()
                    .findVirtual(
                            RpcType.class,
                            "upcall",
                            MethodType.methodType(
                                    int.class, long.class, long.class, long.class, long.class, long.class, long.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final List<RpcType<S>> rpcs;

    /** Held to make them. Not a monitor, which would pin virtual threads to their carriers before JDK 24. */
    private final ReentrantLock making = new ReentrantLock();

    private volatile long @Nullable [] addresses;

    UpcallStubs(List<RpcType<S>> rpcs) {
        this.rpcs = rpcs;
    }

    /** The addresses of the functions, in the order of the rpcs. */
    long[] addresses() {
        long[] known = addresses;
        if (known != null) {
            return known;
        }
        making.lock();
        try {
            if (addresses == null) {
                UpcallFailure.rehearse();
                addresses = rpcs.stream().mapToLong(UpcallStubs::make).toArray();
            }
            return addresses;
        } finally {
            making.unlock();
        }
    }

    private static long make(RpcType<?> rpc) {
        List<Integer> missing = new ArrayList<>();
        if (!rpc.hasAllocator()) {
            missing.add(ALLOCATOR);
        }
        if (!rpc.isBatch()) {
            missing.add(COUNT);
        }
        if (!rpc.hasResponse()) {
            missing.add(RESPONSE);
        }
        if (!rpc.hasRequest()) {
            missing.add(REQUEST);
        }
        MethodHandle target = UPCALL;
        for (int position : missing) { // the last first, so that the others keep their positions
            target = MethodHandles.insertArguments(target, position, 0L);
        }
        MethodHandle bound = target.bindTo(rpc);
        return Stubs.of(bound, Handles.descriptor(0, bound.type().parameterCount()))
                .address();
    }
}
