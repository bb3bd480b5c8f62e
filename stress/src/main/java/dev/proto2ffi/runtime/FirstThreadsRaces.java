package dev.proto2ffi.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.proto2ffi.stress.Cell;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A thread that becomes one of the first of a shared pool while another closes that. What isn't declared acceptable is forbidden. */
public final class FirstThreadsRaces {
    private FirstThreadsRaces() {}

    /** Whoever comes second sees what the other did, so that nobody finds itself there afterwards. */
    @JCStressTest
    @Outcome(id = "false", expect = ACCEPTABLE, desc = "forgotten by the one or the other")
    @State
    public static class JoinForgetFirst {
        private final FirstThreads<Cell> pool = (FirstThreads<Cell>)
                StructPool.builder(Cell.TYPE).shared().capacity(1).buildUnchecked();

        private final ThreadCache cache = new ThreadCache(1, 6, 3);
        private long number;
        private volatile boolean closed;

        /** As a pool does that was asked for a struct. */
        @Actor
        public void joins() {
            Thread thread = Thread.currentThread();
            number = thread.threadId();
            cache.hotOwner = number;
            if (pool.join(cache, thread) && closed) {
                pool.forgetFirst();
            }
        }

        /** As a pool does that is closed. */
        @Actor
        public void closes() {
            closed = true;
            pool.forgetFirst();
        }

        /** Whether the thread is still there. */
        @Arbiter
        public void look(Z_Result result) {
            result.r1 = pool.isAmongFirst(number);
            pool.close();
        }
    }
}
