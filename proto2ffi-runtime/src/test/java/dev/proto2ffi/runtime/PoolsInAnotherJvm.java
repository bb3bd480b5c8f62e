package dev.proto2ffi.runtime;

import dev.proto2ffi.runtime.social.Reaction;

/** A program that a test starts: a pool grows and falls back. */
final class PoolsInAnotherJvm {
    private PoolsInAnotherJvm() {}

    public static void main(String[] arguments) {
        StructPool<Reaction> pool = StructPool.builder(Reaction.TYPE)
                .capacity(1)
                .growTo(2)
                .fallBack()
                .build();
        Reaction[] held = {pool.acquire(), pool.acquire(), pool.acquire()};
        System.out.println("in use: " + pool.inUse());
        for (Reaction each : held) {
            pool.release(each);
        }
        pool.close();
        boolean present = ModuleLayer.boot().findModule("jdk.jfr").isPresent();
        System.out.println("jdk.jfr: " + (present ? "present" : "absent"));
    }
}
