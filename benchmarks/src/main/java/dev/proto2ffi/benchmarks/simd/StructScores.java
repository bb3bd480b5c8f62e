package dev.proto2ffi.benchmarks.simd;

import bench.ffi.NewsFeedItem;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.MemorySegment;

/** Scores items that stand side by side as structs; the twins are in {@code simd.c} and {@code simd.rs}. */
final class StructScores {
    private StructScores() {}

    static void forEach(StructArray<NewsFeedItem> items) {
        for (NewsFeedItem item : items) {
            item.score(Weights.score(item.affinity(), item.engagement(), item.relevance(), item.freshness()));
        }
    }

    /** Without views: the static accessors over a segment. */
    static void byOffset(MemorySegment items) {
        for (long offset = 0; offset < items.byteSize(); offset += NewsFeedItem.SIZE) {
            NewsFeedItem.score(
                    items,
                    offset,
                    Weights.score(
                            NewsFeedItem.affinity(items, offset),
                            NewsFeedItem.engagement(items, offset),
                            NewsFeedItem.relevance(items, offset),
                            NewsFeedItem.freshness(items, offset)));
        }
    }
}
