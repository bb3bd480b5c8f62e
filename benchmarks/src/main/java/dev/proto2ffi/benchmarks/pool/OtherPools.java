package dev.proto2ffi.benchmarks.pool;

import dev.proto2ffi.runtime.Lease;
import dev.proto2ffi.runtime.PoolBuilder;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructPool;
import social.ffi.Comment;
import social.ffi.Message;
import social.ffi.Notification;
import social.ffi.UserProfile;

/**
 * Pools of other structs, of both kinds. A program has more than one; a JVM that has seen only one would compile the
 * pools' shared code for that one alone.
 */
public final class OtherPools {
    private OtherPools() {}

    /**
     * Makes that many trips, and as many with leases, with each kind of struct and of pool, for a number that depends on
     * all of them.
     */
    public static long use(int trips) {
        return use(StructPool.builder(Comment.TYPE), trips)
                + use(StructPool.builder(Message.TYPE), trips)
                + use(StructPool.builder(UserProfile.TYPE), trips)
                + use(StructPool.builder(Notification.TYPE), trips);
    }

    private static <T extends Struct> long use(PoolBuilder<T> pools, int trips) {
        try (StructPool<T> confined = pools.zeroed(false).build();
                StructPool<T> confinedZeroed = pools.zeroed(true).build();
                StructPool<T> shared = pools.shared().build();
                StructPool<T> sharedUnzeroed = pools.zeroed(false).build()) {
            return trips(confined, trips)
                    + trips(confinedZeroed, trips)
                    + trips(shared, trips)
                    + trips(sharedUnzeroed, trips);
        }
    }

    private static <T extends Struct> long trips(StructPool<T> pool, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            T first = pool.acquire();
            T second = pool.acquire();
            sum += first.structAddress() ^ second.structAddress();
            pool.release(first);
            pool.release(second);
            try (Lease<T> lease = pool.lease()) {
                sum += lease.get().structAddress();
            }
        }
        return sum;
    }
}
