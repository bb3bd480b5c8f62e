package dev.proto2ffi.runtime;

import java.util.Map;

/** What a program can do wrong with a struct of a pool. */
enum Mistake {
    DOUBLE_RELEASE,
    READ_AFTER_RELEASE,
    WRITE_AFTER_RELEASE,
    NESTED_VIEW_AFTER_RELEASE,
    ARRAY_ELEMENT_AFTER_RELEASE,
    SEGMENT_AFTER_RELEASE,
    TEXT_AFTER_RELEASE,
    ADDRESS_AFTER_RELEASE,
    RELEASE_TO_POOL_OF_SAME_TYPE,
    RELEASE_TO_POOL_OF_OTHER_TYPE,
    RELEASE_OF_ARENA_STRUCT,
    RELEASE_OF_DERIVED_VIEW,
    RELEASE_BY_OTHER_THREAD,
    LEAK_DROPPED,
    LEAK_AT_CLOSE;

    void injected(Map<Mistake, int[]> totals) {
        totals.computeIfAbsent(this, key -> new int[2])[0]++;
    }

    void found(Map<Mistake, int[]> totals, int count) {
        totals.computeIfAbsent(this, key -> new int[2])[1] += count;
    }
}
