package dev.proto2ffi.benchmarks;

import dev.proto2ffi.runtime.StructPool;
import social.ffi.Comment;
import social.ffi.Message;
import social.ffi.Notification;
import social.ffi.UserProfile;

/**
 * Pools of other structs, of both kinds. A program has more than one; a JVM that has seen only one would compile the
 * pools' shared code for that one alone.
 */
final class OtherPools {
    private OtherPools() {}

    /** Makes that many trips with each kind of struct, for a number that depends on all of them. */
    static long use(int trips) {
        return use(StructPool.builder(Comment.TYPE).capacity(8).build(), trips)
                + use(StructPool.builder(Message.TYPE).capacity(8).zeroed(false).build(), trips)
                + use(StructPool.builder(UserProfile.TYPE).capacity(8).build(), trips)
                + use(StructPool.builder(Notification.TYPE).capacity(8).build(), trips);
    }

    private static long use(StructPool<?> pool, int trips) {
        try (pool) {
            return trips(pool, trips);
        }
    }

    private static <T extends dev.proto2ffi.runtime.Struct> long trips(StructPool<T> pool, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            T first = pool.acquire();
            T second = pool.acquire();
            sum += first.structAddress() ^ second.structAddress();
            pool.release(first);
            pool.release(second);
        }
        return sum;
    }
}
