/* The native twins of the throughput benchmarks: see FeedWork. */
#include "social/social.p2f.h"

#include <string.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

static uint64_t mix(uint64_t z) {
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

EXPORT uint64_t bench_feed_generate(social_Reaction *reactions, uint64_t from, uint64_t to, uint64_t seed) {
    uint64_t sum = 0;
    for (uint64_t i = from; i < to; i++) {
        uint64_t random = mix(seed + i * UINT64_C(0x9e3779b97f4a7c15));
        social_Reaction *reaction = &reactions[i];
        reaction->reaction_id = i;
        reaction->user_id = random >> 44;
        reaction->target_id = random & 0xfffff;
        reaction->reaction_type = (int32_t)((random >> 20 & 0xffff) * 6 >> 16);
        reaction->created_at = UINT64_C(1700000000) + i;
        sum += reaction->user_id;
    }
    return sum;
}

EXPORT uint64_t bench_feed_update(social_Post *posts, uint64_t from, uint64_t to, uint64_t now) {
    uint64_t sum = 0;
    for (uint64_t i = from; i < to; i++) {
        social_Post *post = &posts[i];
        post->like_count += 1;
        post->view_count += 3;
        post->updated_at = now + i;
        sum += post->like_count;
    }
    return sum;
}

EXPORT uint64_t bench_feed_read(social_Comment *comments, uint64_t from, uint64_t to) {
    uint64_t sum = 0;
    for (uint64_t i = from; i < to; i++) {
        social_Comment *comment = &comments[i];
        size_t size = strlen(comment->text);
        uint64_t spaces = 0;
        for (size_t k = 0; k < size; k++) {
            spaces += comment->text[k] == ' ';
        }
        comment->reply_count = spaces;
        sum += spaces + comment->like_count;
    }
    return sum;
}
