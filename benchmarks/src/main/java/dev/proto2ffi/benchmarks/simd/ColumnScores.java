package dev.proto2ffi.benchmarks.simd;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.DoubleBuffer;

/**
 * Scores items that stand as columns, a column for each field, {@value #CAPACITY} numbers long. The columns follow each
 * other in one segment, at offsets that the compiler knows: so it sees that they don't overlap. In segments of
 * their own it can't see that, and uses no vectors.
 */
final class ColumnScores {
    static final int CAPACITY = 1_000;

    private static final long COLUMN_BYTES = CAPACITY * (long) Double.BYTES;
    static final long AFFINITY = 0;
    static final long ENGAGEMENT = COLUMN_BYTES;
    static final long RELEVANCE = 2 * COLUMN_BYTES;
    static final long FRESHNESS = 3 * COLUMN_BYTES;
    static final long SCORE = 4 * COLUMN_BYTES;

    /** Of all columns. */
    static final long BYTES = 5 * COLUMN_BYTES;

    private ColumnScores() {}

    static void segment(MemorySegment columns) {
        for (int i = 0; i < CAPACITY; i++) {
            put(
                    columns,
                    SCORE,
                    i,
                    Weights.score(
                            get(columns, AFFINITY, i),
                            get(columns, ENGAGEMENT, i),
                            get(columns, RELEVANCE, i),
                            get(columns, FRESHNESS, i)));
        }
    }

    /** Item {@code i} of the column at the offset {@code column}. */
    static double get(MemorySegment columns, long column, int i) {
        return columns.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, column + i * (long) Double.BYTES);
    }

    /** Sets item {@code i} of the column at the offset {@code column}. */
    static void put(MemorySegment columns, long column, int i, double value) {
        columns.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, column + i * (long) Double.BYTES, value);
    }

    /**
     * The same through a buffer over the same memory. On JDK 25 a segment reads a double as a long and converts it, which
     * the compiler makes no vectors of; a buffer in the machine's byte order reads the double.
     */
    static void buffer(DoubleBuffer columns) {
        for (int i = 0; i < CAPACITY; i++) {
            columns.put(
                    4 * CAPACITY + i,
                    Weights.score(
                            columns.get(i),
                            columns.get(CAPACITY + i),
                            columns.get(2 * CAPACITY + i),
                            columns.get(3 * CAPACITY + i)));
        }
    }

    /** The same in arrays on the heap, which have no place in native memory. */
    static void arrays(double[] affinity, double[] engagement, double[] relevance, double[] freshness, double[] score) {
        for (int i = 0; i < CAPACITY; i++) {
            score[i] = Weights.score(affinity[i], engagement[i], relevance[i], freshness[i]);
        }
    }
}
