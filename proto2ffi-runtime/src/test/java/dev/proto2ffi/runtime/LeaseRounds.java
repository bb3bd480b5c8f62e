package dev.proto2ffi.runtime;

import com.sun.management.ThreadMXBean;
import dev.proto2ffi.runtime.social.Post;
import dev.proto2ffi.runtime.social.Reaction;
import java.lang.management.ManagementFactory;

/** A program that a test starts: leases from pools of all kinds, and prints the garbage that a lease from one of them leaves. */
final class LeaseRounds {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 100_000;

    /** So few that what the JIT has compiled takes over soon: a loop that runs already waits for thousands of turns. */
    private static final int ROUNDS_A_CALL = 1_000;

    /** How many measurements the compilers get to finish their work, which a loaded machine delays. */
    private static final int PATIENCE = 60;

    private static volatile Lease<Reaction> kept;

    private LeaseRounds() {}

    /** The pool that is measured, and whether its leases are kept, to see that the measurement sees something. */
    enum Kind {
        CONFINED(false, false, false),
        CONFINED_ZEROED(false, true, false),
        SHARED(true, false, false),
        SHARED_ZEROED(true, true, false),
        ESCAPING(false, false, true);

        private final boolean shared;
        private final boolean zeroed;
        private final boolean escapes;

        Kind(boolean shared, boolean zeroed, boolean escapes) {
            this.shared = shared;
            this.zeroed = zeroed;
            this.escapes = escapes;
        }

        private <T extends Struct> StructPool<T> pool(StructType<T> type) {
            PoolBuilder<T> builder = StructPool.builder(type).zeroed(zeroed);
            return (shared ? builder.shared() : builder).build();
        }
    }

    public static void main(String[] arguments) {
        for (Kind other : Kind.values()) {
            try (StructPool<Post> pool = other.pool(Post.TYPE)) {
                addresses(pool);
            }
        }
        Kind kind = Kind.valueOf(arguments[0]);
        double bytes = Double.MAX_VALUE;
        try (StructPool<Reaction> pool = kind.pool(Reaction.TYPE)) {
            for (int i = 0; i < PATIENCE && bytes >= GarbageProgram.NOTHING; i++) {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                long sum = 0;
                for (int done = 0; done < ROUNDS; done += ROUNDS_A_CALL) {
                    sum += kind.escapes ? keptLeases(pool) : leases(pool);
                }
                long after = THREADS.getCurrentThreadAllocatedBytes();
                bytes = sum < 0 ? -1 : (double) (after - before) / ROUNDS;
            }
        }
        System.out.println(bytes);
    }

    /** Of types that the measurement doesn't use, so that only what all pools share has seen them. */
    private static long addresses(StructPool<?> pool) {
        long sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            try (Lease<?> lease = pool.lease()) {
                sum += lease.get().structAddress();
            }
        }
        return sum;
    }

    private static long leases(StructPool<Reaction> pool) {
        long sum = 0;
        for (int i = 0; i < ROUNDS_A_CALL; i++) {
            try (Lease<Reaction> lease = pool.lease()) {
                sum += lease.get().userId(i).targetId(i).userId();
            }
        }
        return sum;
    }

    private static long keptLeases(StructPool<Reaction> pool) {
        long sum = 0;
        for (int i = 0; i < ROUNDS_A_CALL; i++) {
            try (Lease<Reaction> lease = pool.lease()) {
                kept = lease;
                sum += kept.get().userId(i).userId();
            }
        }
        return sum;
    }
}
