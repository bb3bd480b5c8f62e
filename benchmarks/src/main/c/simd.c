/* The native twins of the scores: see StructScores and ColumnScores. */
#include "bench/feed.p2f.h"

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

/* One copy of the function for each length of vectors; the loader takes the longest that the machine has. */
#if defined(__x86_64__) && defined(__linux__)
#define WIDEST __attribute__((target_clones("default", "avx2", "arch=skylake-avx512")))
#else
#define WIDEST
#endif

#define CAPACITY 1000

typedef struct bench_Columns {
    double affinity[CAPACITY];
    double engagement[CAPACITY];
    double relevance[CAPACITY];
    double freshness[CAPACITY];
    double score[CAPACITY];
} bench_Columns;

static inline double score(double affinity, double engagement, double relevance, double freshness) {
    return affinity * 0.4 + engagement * 0.3 + relevance * 0.2 + freshness * 0.1;
}

EXPORT uint64_t bench_score_structs(bench_NewsFeedItem *items, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) {
        bench_NewsFeedItem *item = &items[i];
        item->score = score(item->affinity, item->engagement, item->relevance, item->freshness);
    }
    return count;
}

EXPORT uint64_t bench_score_columns(bench_Columns *columns) {
    for (int i = 0; i < CAPACITY; i++) {
        columns->score[i] =
            score(columns->affinity[i], columns->engagement[i], columns->relevance[i], columns->freshness[i]);
    }
    return CAPACITY;
}

WIDEST EXPORT uint64_t bench_score_columns_widest(bench_Columns *columns) {
    for (int i = 0; i < CAPACITY; i++) {
        columns->score[i] =
            score(columns->affinity[i], columns->engagement[i], columns->relevance[i], columns->freshness[i]);
    }
    return CAPACITY;
}
