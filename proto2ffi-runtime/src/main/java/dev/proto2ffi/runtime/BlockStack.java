package dev.proto2ffi.runtime;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The numbers of free blocks: a stack without locks, which can be closed. A thread that is suspended anywhere in it blocks
 * nobody.
 *
 * <p>All that must change together is one word: the top of the stack, how many numbers are on it, whether it is closed,
 * and a tag that counts the changes. The tag answers the ABA problem: a thread that read the word and the number below
 * the top, and was suspended while others popped both and pushed the top again, finds another tag and tries again. It
 * would take 2^31 changes in that time, to the last one, to deceive it.
 *
 * <p>Memory order: a change of the word is a volatile compare-and-set. So whoever pops a number sees all that was written
 * to its block before it was pushed, and the number below it, which is written before the push too.
 */
final class BlockStack {
    /** The most numbers: an empty stack has to be told as well. */
    static final int MOST = (1 << 16) - 1;

    /** What {@link #pop} answers when no number is left, and when the stack is closed. */
    static final int EMPTY = -1;

    static final int CLOSED = -2;

    private static final int DEPTH_SHIFT = 16;
    private static final long CLOSED_BIT = 1L << 32;
    private static final int TAG_SHIFT = 33;

    private final AtomicLong word = new AtomicLong();

    /** For each number on the stack the one below it, plus 1; 0 for the lowest. */
    private final AtomicIntegerArray below;

    BlockStack(int most) {
        this.below = new AtomicIntegerArray(most);
    }

    /** A number, or {@link #EMPTY} or {@link #CLOSED}. */
    int pop() {
        while (true) {
            long seen = word.get();
            int top = top(seen);
            if (isClosed(seen)) {
                return CLOSED;
            }
            if (top == 0) {
                return EMPTY;
            }
            // May be out of date if others were faster; then the tag is too.
            int next = below.getPlain(top - 1);
            if (word.compareAndSet(seen, word(seen, next, depth(seen) - 1))) {
                return top - 1;
            }
        }
    }

    /**
     * Puts a number on the stack, a closed one too.
     *
     * @return how many are on it now, as a negative number if it is closed
     */
    int push(int number) {
        return pushAll(number, 1);
    }

    /** Puts successive numbers on the stack, the first on top; the result is that of {@link #push}. */
    int pushAll(int first, int count) {
        for (int i = first; i < first + count - 1; i++) {
            below.setPlain(i, i + 2);
        }
        while (true) {
            long seen = word.get();
            below.setPlain(first + count - 1, top(seen));
            int depth = depth(seen) + count;
            if (word.compareAndSet(seen, word(seen, first + 1, depth))) {
                return isClosed(seen) ? -depth : depth;
            }
        }
    }

    /**
     * Makes every {@link #pop} answer {@link #CLOSED}.
     *
     * @return how many numbers were on it, or {@link #CLOSED} if it was closed before
     */
    int close() {
        while (true) {
            long seen = word.get();
            if (isClosed(seen)) {
                return CLOSED;
            }
            if (word.compareAndSet(seen, seen | CLOSED_BIT)) {
                return depth(seen);
            }
        }
    }

    boolean isClosed() {
        return isClosed(word.get());
    }

    int depth() {
        return depth(word.get());
    }

    private static long word(long seen, int top, int depth) {
        return (seen >>> TAG_SHIFT) + 1 << TAG_SHIFT | seen & CLOSED_BIT | (long) depth << DEPTH_SHIFT | top;
    }

    private static int top(long word) {
        return (int) word & MOST;
    }

    private static int depth(long word) {
        return (int) (word >>> DEPTH_SHIFT) & MOST;
    }

    private static boolean isClosed(long word) {
        return (word & CLOSED_BIT) != 0;
    }
}
