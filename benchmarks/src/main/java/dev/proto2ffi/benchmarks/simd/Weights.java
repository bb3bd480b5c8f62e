package dev.proto2ffi.benchmarks.simd;

/** How much each of an item's four doubles counts. The twins have the same numbers. */
final class Weights {
    static final double AFFINITY = 0.4;
    static final double ENGAGEMENT = 0.3;
    static final double RELEVANCE = 0.2;
    static final double FRESHNESS = 0.1;

    private Weights() {}

    static double score(double affinity, double engagement, double relevance, double freshness) {
        return affinity * AFFINITY + engagement * ENGAGEMENT + relevance * RELEVANCE + freshness * FRESHNESS;
    }
}
