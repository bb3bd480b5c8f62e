package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.runtime.social.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What the tests of shared pools do with one. */
final class SharedPools {
    private SharedPools() {}

    static PoolBuilder<Reaction> builder(int capacity) {
        return StructPool.builder(Reaction.TYPE).shared().capacity(capacity);
    }

    static List<Reaction> acquire(StructPool<Reaction> pool, int count) {
        List<Reaction> structs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            structs.add(pool.acquire());
        }
        return structs;
    }

    static void assertDistinct(List<Reaction> structs) {
        assertThat(structs.stream().map(Reaction::structAddress).distinct()).hasSameSizeAs(structs);
    }

    /**
     * A thread whose number has that remainder: those with different ones, divided by few, have their first place in
     * different caches; those that agree divided by many, in the same one.
     */
    static Thread threadAt(int remainder, int divisor, Runnable work) {
        Thread thread = new Thread(work);
        while (thread.threadId() % divisor != remainder) {
            thread = new Thread(work);
        }
        return thread;
    }

    static void inAnotherThread(Runnable work) throws InterruptedException {
        runToItsEnd(new Thread(work));
    }

    static void runToItsEnd(Thread thread) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        thread.setUncaughtExceptionHandler((where, error) -> failure.set(error));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }
}
