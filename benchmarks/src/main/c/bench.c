/* The native twins of the benchmarks: the same loops over the same structs, as a C programmer writes them. */
#include "social/social.p2f.h"

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

/** Two reads and a write for each reaction. Twin of ReactionPasses. */
EXPORT uint64_t bench_pass_reactions(social_Reaction *reactions, uint64_t count) {
    uint64_t sum = 0;
    for (uint64_t i = 0; i < count; i++) {
        social_Reaction *reaction = &reactions[i];
        uint64_t value = reaction->user_id + reaction->target_id;
        reaction->created_at = value;
        sum += value;
    }
    return sum;
}
