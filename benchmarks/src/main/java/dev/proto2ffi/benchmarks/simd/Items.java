package dev.proto2ffi.benchmarks.simd;

import bench.ffi.NewsFeedItem;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.SplittableRandom;

/** The same {@link ColumnScores#CAPACITY} items as structs, as columns and as arrays, from a seed; for one thread. */
final class Items implements AutoCloseable {
    private static final long SEED = 2026;

    private final Arena arena = Arena.ofConfined();
    final StructArray<NewsFeedItem> structs = NewsFeedItem.allocateArray(arena, ColumnScores.CAPACITY);
    /** On a cache line, as native compilers like vectors. */
    final MemorySegment columns = arena.allocate(ColumnScores.BYTES, 64);

    /** Over the same memory. */
    final DoubleBuffer buffer =
            columns.asByteBuffer().order(ByteOrder.nativeOrder()).asDoubleBuffer();

    final double[] affinity = new double[ColumnScores.CAPACITY];
    final double[] engagement = new double[ColumnScores.CAPACITY];
    final double[] relevance = new double[ColumnScores.CAPACITY];
    final double[] freshness = new double[ColumnScores.CAPACITY];
    final double[] score = new double[ColumnScores.CAPACITY];

    Items() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < ColumnScores.CAPACITY; i++) {
            affinity[i] = random.nextDouble();
            engagement[i] = random.nextDouble();
            relevance[i] = random.nextDouble();
            freshness[i] = random.nextDouble();
            structs.get(i)
                    .itemId(i)
                    .affinity(affinity[i])
                    .engagement(engagement[i])
                    .relevance(relevance[i])
                    .freshness(freshness[i]);
            ColumnScores.put(columns, ColumnScores.AFFINITY, i, affinity[i]);
            ColumnScores.put(columns, ColumnScores.ENGAGEMENT, i, engagement[i]);
            ColumnScores.put(columns, ColumnScores.RELEVANCE, i, relevance[i]);
            ColumnScores.put(columns, ColumnScores.FRESHNESS, i, freshness[i]);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
