package dev.proto2ffi.benchmarks.data;

/**
 * A part of an array that moves on with each invocation, and starts over at the end: so invocations stay short enough to
 * be timed, although the array is as large as the case wants it, and nothing is met again before all else was.
 */
public final class Window {
    private final long items;
    private final long width;
    private long next;

    /**
     * @param items of the array
     * @param width of the window; the items are a multiple of it
     */
    public Window(long items, long width) {
        if (width <= 0 || items % width != 0) {
            throw new IllegalArgumentException(items + " items are no multiple of " + width);
        }
        this.items = items;
        this.width = width;
    }

    /** The first item of the next part. */
    public long next() {
        long first = next;
        next = first + width == items ? 0 : first + width;
        return first;
    }
}
