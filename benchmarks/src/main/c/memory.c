/* The native twins of the memory benchmarks: an allocator at work, trip by trip, as a C programmer writes it. */
#include "social/social.p2f.h"

#include <stdlib.h>
#include <string.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

/* From here on the compiler must believe that code it can't see uses what p points to, and the allocator too: so it
 * can neither remove an allocation nor keep the allocator's state in registers from trip to trip. Costs no
 * instruction. */
#define ESCAPES(p) __asm__ volatile("" : "+r"(p) : : "memory")

/* A free list in the free structs themselves, over one slab. */
typedef struct bench_Free {
    struct bench_Free *next;
} bench_Free;

typedef struct bench_Pool {
    bench_Free *free;
    social_Reaction *slab;
} bench_Pool;

static social_Reaction *acquire(bench_Pool *pool) {
    bench_Free *top = pool->free;
    if (top != NULL) {
        pool->free = top->next;
    }
    return (social_Reaction *)(void *)top;
}

static void release(bench_Pool *pool, social_Reaction *reaction) {
    bench_Free *top = (bench_Free *)(void *)reaction;
    top->next = pool->free;
    pool->free = top;
}

/** NULL where there is no memory. */
EXPORT bench_Pool *bench_pool_new(uint64_t capacity) {
    bench_Pool *pool = malloc(sizeof *pool);
    if (pool == NULL) {
        return NULL;
    }
    pool->free = NULL;
    pool->slab = calloc(capacity, sizeof *pool->slab);
    for (uint64_t i = capacity; pool->slab != NULL && i > 0; i--) {
        release(pool, &pool->slab[i - 1]);
    }
    return pool;
}

EXPORT void bench_pool_delete(bench_Pool *pool) {
    free(pool->slab);
    free(pool);
}

/* Two writes and a read: what every trip does with its reaction. */
static uint64_t use(social_Reaction *reaction, uint64_t value) {
    reaction->user_id = value;
    reaction->target_id = value;
    return reaction->user_id;
}

EXPORT uint64_t bench_pool_trips(bench_Pool *pool, uint64_t trips) {
    uint64_t sum = 0;
    for (uint64_t i = 0; i < trips; i++) {
        social_Reaction *reaction = acquire(pool);
        if (reaction == NULL) {
            return 0;
        }
        ESCAPES(reaction);
        sum += use(reaction, i);
        release(pool, reaction);
    }
    return sum;
}

EXPORT uint64_t bench_pool_trips_zeroed(bench_Pool *pool, uint64_t trips) {
    uint64_t sum = 0;
    for (uint64_t i = 0; i < trips; i++) {
        social_Reaction *reaction = acquire(pool);
        if (reaction == NULL) {
            return 0;
        }
        memset(reaction, 0, sizeof *reaction);
        ESCAPES(reaction);
        sum += use(reaction, i);
        release(pool, reaction);
    }
    return sum;
}

/* The first two fields of every struct measured here are numbers of 8 bytes. */
static uint64_t touch(uint64_t *words, uint64_t value) {
    words[0] = value;
    words[1] = value;
    return words[0];
}

EXPORT uint64_t bench_malloc_trips(uint64_t size, uint64_t trips) {
    uint64_t sum = 0;
    for (uint64_t i = 0; i < trips; i++) {
        uint64_t *words = malloc(size);
        if (words == NULL) {
            return 0;
        }
        ESCAPES(words);
        sum += touch(words, i);
        free(words);
    }
    return sum;
}
