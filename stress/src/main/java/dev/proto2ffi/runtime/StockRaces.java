package dev.proto2ffi.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.proto2ffi.stress.Cell;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Two threads on one stock of a shared pool. What isn't declared acceptable is forbidden. */
public final class StockRaces {
    private static final int SLOTS = 6;

    /** Enough to look at slots; none of these tests touches structs. */
    private static final MemorySegment MEMORY =
            Arena.global().allocate(SLOTS * Cell.TYPE.size(), Cell.TYPE.alignment());

    private StockRaces() {}

    private static Stock<Cell> stock(int slots) {
        Stock<Cell> stock = new Stock<>();
        stock.add(new SharedSlab<>(Cell.TYPE, MEMORY, 0, slots));
        return stock;
    }

    /** A stock whose slots all have views, slot 0 on top. */
    private static Stock<Cell> usedStock(int slots) {
        Stock<Cell> stock = stock(slots);
        for (int i = 0; i < slots; i++) {
            stock.slabOf(stock.take(0)).makeViews(i, i + 1);
        }
        for (int i = slots - 1; i >= 0; i--) {
            stock.give(i);
        }
        return stock;
    }

    /** Whether the slots in stock and those given here are all there are, each once, and the stock counts them right. */
    private static boolean complete(Stock<Cell> stock, int slots, int... taken) {
        int seen = 0;
        int count = 0;
        for (int slot : taken) {
            if (slot != SharedSlab.NO_SLOT) {
                seen |= 1 << slot;
                count++;
            }
        }
        while (stock.depth() > 0) {
            if (stock.depth() != slots - count) {
                return false;
            }
            seen |= 1 << stock.take(0);
            count++;
        }
        return count == slots && seen == (1 << slots) - 1 && stock.take(0) == SharedSlab.NO_SLOT;
    }

    private static int[] slots(Stock<Cell> stock, ThreadCache cache) {
        int[] slots = new int[cache.count + cache.freshEnd - cache.fresh];
        for (int i = 0; i < cache.count; i++) {
            slots[i] = stock.slabOf(cache.views[i]).slotOf(cache.views[i]);
        }
        for (int slot = cache.fresh; slot < cache.freshEnd; slot++) {
            slots[cache.count + slot - cache.fresh] = slot;
        }
        return slots;
    }

    private static int[] and(int[] slots, int... others) {
        int[] all = Arrays.copyOf(slots, slots.length + others.length);
        System.arraycopy(others, 0, all, slots.length, others.length);
        return all;
    }

    /** Two take. */
    @JCStressTest
    @Outcome(
            id = {"0, 1", "1, 0"},
            expect = ACCEPTABLE,
            desc = "the top two")
    @State
    public static class TakeTake {
        private final Stock<Cell> stock = stock(3);

        /** One. */
        @Actor
        public void one(II_Result result) {
            result.r1 = stock.take(0);
        }

        /** The other. */
        @Actor
        public void other(II_Result result) {
            result.r2 = stock.take(0);
        }
    }

    /** Two take where only one may. */
    @JCStressTest
    @Outcome(
            id = {"0, -1", "-1, 0"},
            expect = ACCEPTABLE,
            desc = "one was refused")
    @State
    public static class TakeTakeDownToTheReserve {
        private final Stock<Cell> stock = stock(3);

        /** One. */
        @Actor
        public void one(II_Result result) {
            result.r1 = stock.take(2);
        }

        /** The other. */
        @Actor
        public void other(II_Result result) {
            result.r2 = stock.take(2);
        }
    }

    /** One is suspended with a slot in its eyes that the other takes with its successor, and gives back alone. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "no slot lost, none twice")
    @State
    public static class TakeWhileTheTopGoesAndComesBack {
        private final Stock<Cell> stock = usedStock(4);
        private int one;
        private int top;
        private int successor;

        /** One. */
        @Actor
        public void one() {
            one = stock.take(0);
        }

        /** The other. */
        @Actor
        public void other() {
            top = stock.take(0);
            successor = stock.take(0);
            stock.give(top);
        }

        /** Whether all slots are there. */
        @Arbiter
        public void count(Z_Result result) {
            result.r1 = complete(stock, 4, one, successor);
        }
    }

    /** A batch is taken while a slot in the middle of it goes and comes back on top. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "no slot lost, none twice")
    @State
    public static class RefillWhileSlotsGoAndComeBack {
        private final Stock<Cell> stock = usedStock(SLOTS);
        private final ThreadCache cache = new ThreadCache(1, 6, 3);
        private int second;

        /** One. */
        @Actor
        public void one() {
            stock.refill(cache, 0);
        }

        /** The other. */
        @Actor
        public void other() {
            int first = stock.take(0);
            second = stock.take(0);
            stock.give(first);
        }

        /** Whether all slots are there. */
        @Arbiter
        public void count(Z_Result result) {
            result.r1 = complete(stock, SLOTS, and(slots(stock, cache), second));
        }
    }

    /** Two take batches, of slots that were never used. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "no slot lost, none twice")
    @State
    public static class RefillRefill {
        private final Stock<Cell> stock = stock(5);
        private final ThreadCache first = new ThreadCache(1, 6, 3);
        private final ThreadCache second = new ThreadCache(2, 6, 3);

        /** One. */
        @Actor
        public void one() {
            stock.refill(first, 0);
        }

        /** The other. */
        @Actor
        public void other() {
            stock.refill(second, 0);
        }

        /** Whether all slots are there. */
        @Arbiter
        public void count(Z_Result result) {
            result.r1 = complete(stock, 5, and(slots(stock, first), slots(stock, second)));
        }
    }

    /** A batch is given while another is taken. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "no slot lost, none twice")
    @State
    public static class GiveBatchRefill {
        private final Stock<Cell> stock = usedStock(SLOTS);
        private final int[] batch = {stock.take(0), stock.take(0), stock.take(0)};
        private final ThreadCache cache = new ThreadCache(1, 6, 3);

        /** One. */
        @Actor
        public void one() {
            stock.give(batch);
        }

        /** The other. */
        @Actor
        public void other() {
            stock.refill(cache, 0);
        }

        /** Whether all slots are there. */
        @Arbiter
        public void count(Z_Result result) {
            result.r1 = complete(stock, SLOTS, slots(stock, cache));
        }
    }

    /** A slab is added while a slot is given. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "no slot lost, none twice")
    @State
    public static class AddGive {
        private final Stock<Cell> stock = usedStock(3);
        private final int slot = stock.take(0);
        private final SharedSlab<Cell> slab = new SharedSlab<>(Cell.TYPE, MEMORY.asSlice(0), 3, 3);

        /** One. */
        @Actor
        public void one() {
            stock.add(slab);
        }

        /** The other. */
        @Actor
        public void other() {
            stock.give(slot);
        }

        /** Whether all slots are there. */
        @Arbiter
        public void count(Z_Result result) {
            result.r1 = complete(stock, 6);
        }
    }

    /** What the one who gives wrote is seen by the one who takes, through an ordinary field. */
    @JCStressTest
    @Outcome(id = "-1", expect = ACCEPTABLE, desc = "it wasn't there yet")
    @Outcome(id = "42", expect = ACCEPTABLE, desc = "what was written")
    @State
    public static class WritesAreHandedOn {
        private final Stock<Cell> stock = usedStock(1);
        private final int slot = stock.take(0);
        private int content;

        /** One. */
        @Actor
        public void one() {
            content = 42;
            stock.give(slot);
        }

        /** The other. */
        @Actor
        public void other(I_Result result) {
            result.r1 = stock.take(0) == SharedSlab.NO_SLOT ? -1 : content;
        }
    }

    /** The depth is one that was. */
    @JCStressTest
    @Outcome(
            id = {"3", "2", "1"},
            expect = ACCEPTABLE,
            desc = "a depth that was")
    @State
    public static class DepthWhileOthersTake {
        private final Stock<Cell> stock = usedStock(3);

        /** One. */
        @Actor
        public void one() {
            stock.take(0);
            stock.take(0);
        }

        /** The other. */
        @Actor
        public void other(I_Result result) {
            result.r1 = stock.depth();
        }
    }

    /** Two living threads want one cache. The actors' own threads won't do: a dead one's cache is for the other to have. */
    @JCStressTest
    @Outcome(
            id = {"true, false", "false, true"},
            expect = ACCEPTABLE,
            desc = "one owns it")
    @State
    public static class ClaimClaim {
        private static final Thread ONE = living();
        private static final Thread OTHER = living();
        private final ThreadCache cache = new ThreadCache(1, 6, 3);

        /** One. */
        @Actor
        public void one(ZZ_Result result) {
            result.r1 = cache.claim(ONE) != ThreadCache.Claim.TAKEN;
        }

        /** The other. */
        @Actor
        public void other(ZZ_Result result) {
            result.r2 = cache.claim(OTHER) != ThreadCache.Claim.TAKEN;
        }

        private static Thread living() {
            Thread thread = new Thread(() -> {
                while (true) {
                    LockSupport.park();
                }
            });
            thread.setDaemon(true);
            thread.start();
            return thread;
        }
    }
}
