package dev.proto2ffi.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.proto2ffi.runtime.StructPool;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two threads on one shared pool. What isn't declared acceptable is forbidden. */
public final class PoolRaces {
    /** A pool this small has no thread caches: all meet at the stock. */
    private static final int WITHOUT_CACHES = 2;

    /** The smallest pool with a cache. */
    private static final int WITH_CACHES = 28;

    /** The smallest pool with two. */
    private static final int WITH_TWO_CACHES = 104;

    private PoolRaces() {}

    private static StructPool<Cell> pool(int capacity) {
        return StructPool.builder(Cell.TYPE)
                .shared()
                .capacity(capacity)
                .zeroed(false)
                .build();
    }

    /** Two that acquire get two structs. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "two structs")
    @State
    public static class TwoAcquire {
        private final StructPool<Cell> pool = pool(WITHOUT_CACHES);
        private @Nullable Cell first;
        private @Nullable Cell second;

        /** One. */
        @Actor
        public void one() {
            first = Cell.tryAcquire(pool);
        }

        /** The other. */
        @Actor
        public void other() {
            second = Cell.tryAcquire(pool);
        }

        /** 2 if there are two structs, neither the other. */
        @Arbiter
        public void count(I_Result result) {
            result.r1 = distinct(first, second);
            pool.close();
        }
    }

    /** As {@link TwoAcquire}, one of them or both through a cache. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "two structs")
    @State
    public static class TwoAcquireThroughCaches {
        private final StructPool<Cell> pool = pool(WITH_CACHES);
        private @Nullable Cell first;
        private @Nullable Cell second;

        /** One. */
        @Actor
        public void one() {
            first = Cell.tryAcquire(pool);
        }

        /** The other. */
        @Actor
        public void other() {
            second = Cell.tryAcquire(pool);
        }

        /** 2 if there are two structs, neither the other. */
        @Arbiter
        public void count(I_Result result) {
            result.r1 = distinct(first, second);
            pool.close();
        }
    }

    /** As {@link TwoAcquireThroughCaches}, while both become the first threads of the pool, which it then serves from its own fields. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "two structs")
    @State
    public static class TwoBecomeTheFirst {
        private final StructPool<Cell> pool = pool(WITH_TWO_CACHES);
        private @Nullable Cell first;
        private @Nullable Cell second;

        /** One. */
        @Actor
        public void one() {
            pool.release(pool.acquire());
            first = Cell.tryAcquire(pool);
        }

        /** The other. */
        @Actor
        public void other() {
            pool.release(pool.acquire());
            second = Cell.tryAcquire(pool);
        }

        /** 2 if there are two structs, neither the other. */
        @Arbiter
        public void count(I_Result result) {
            result.r1 = distinct(first, second);
            pool.close();
        }
    }

    /** Where one struct is left, one of two gets it. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "one of the two was refused")
    @State
    public static class LastStruct {
        private final StructPool<Cell> pool = pool(1);
        private @Nullable Cell first;
        private @Nullable Cell second;

        /** One. */
        @Actor
        public void one() {
            first = Cell.tryAcquire(pool);
        }

        /** The other. */
        @Actor
        public void other() {
            second = Cell.tryAcquire(pool);
        }

        /** How many got one. */
        @Arbiter
        public void count(I_Result result) {
            result.r1 = distinct(first, second);
            pool.close();
        }
    }

    /** Below the capacity nobody is refused, whatever lies in another's cache; above it caches may have some. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "one of the two was refused, at the capacity")
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "neither was: there was a cache's share left")
    @State
    public static class LastStructWithCaches {
        private final StructPool<Cell> pool = pool(WITH_CACHES);
        private @Nullable Cell first;
        private @Nullable Cell second;

        /** All but one are in use, some of whose views were in use before. */
        public LastStructWithCaches() {
            for (int i = 1; i < WITH_CACHES; i++) {
                Cell.tryAcquire(pool);
            }
        }

        /** One. */
        @Actor
        public void one() {
            first = Cell.tryAcquire(pool);
        }

        /** The other. */
        @Actor
        public void other() {
            second = Cell.tryAcquire(pool);
        }

        /** How many got one. */
        @Arbiter
        public void count(I_Result result) {
            result.r1 = distinct(first, second);
            pool.close();
        }
    }

    /** Where the pool may grow by one slab, both who find it exhausted are served by that. */
    @JCStressTest
    @Outcome(id = "2, 3", expect = ACCEPTABLE, desc = "two structs more, and a capacity of no more than the limit")
    @State
    public static class TwoGrow {
        private final StructPool<Cell> pool =
                StructPool.builder(Cell.TYPE).shared().capacity(1).growTo(3).build();
        private @Nullable Cell first;
        private @Nullable Cell second;

        /** The pool is exhausted. */
        public TwoGrow() {
            Cell.tryAcquire(pool);
        }

        /** One. */
        @Actor
        public void one() {
            first = Cell.tryAcquire(pool);
        }

        /** The other. */
        @Actor
        public void other() {
            second = Cell.tryAcquire(pool);
        }

        /** How many got one, and the capacity. */
        @Arbiter
        public void count(II_Result result) {
            result.r1 = distinct(first, second);
            result.r2 = pool.inUse();
            pool.close();
        }
    }

    /** Who gets a struct that another gave back sees what the other wrote, without any order of their own. */
    @JCStressTest
    @Outcome(id = "-1", expect = ACCEPTABLE, desc = "it wasn't back yet")
    @Outcome(id = "42", expect = ACCEPTABLE, desc = "what was written")
    @State
    public static class WritesAreHandedOn {
        private final StructPool<Cell> pool = pool(1);
        private final Cell cell = pool.acquire().value(7);

        /** Who has it. */
        @Actor
        public void giver() {
            cell.value(42);
            pool.release(cell);
        }

        /** Who wants it. */
        @Actor
        public void taker(I_Result result) {
            Cell taken = Cell.tryAcquire(pool);
            result.r1 = taken == null ? -1 : taken.value();
        }

        /** No more is needed. */
        @Arbiter
        public void end() {
            pool.close();
        }
    }

    /** Two that give back and take at once end with what they began with. */
    @JCStressTest
    @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "each always had its own, and all are back")
    @State
    public static class TwoExchange {
        private final StructPool<Cell> pool = pool(WITHOUT_CACHES);
        private Cell first = pool.acquire();
        private Cell second = pool.acquire();

        /** One. */
        @Actor
        public void one(III_Result result) {
            pool.release(first);
            first = pool.acquire().value(3);
            result.r1 = first.value() == 3 ? 1 : 0;
            pool.release(first);
        }

        /** The other. */
        @Actor
        public void other(III_Result result) {
            pool.release(second);
            second = pool.acquire().value(4);
            result.r2 = second.value() == 4 ? 1 : 0;
            pool.release(second);
        }

        /** How many are in use. */
        @Arbiter
        public void count(III_Result result) {
            result.r3 = pool.inUse();
            pool.close();
        }
    }

    private static int distinct(@Nullable Cell first, @Nullable Cell second) {
        if (first == null || second == null) {
            return first == null && second == null ? 0 : 1;
        }
        return first.structAddress() == second.structAddress() ? -1 : 2;
    }
}
