/* Functions for Java to call, and for Rust, in ffi.rs, to call through the same pointers. */
#include "bench/calculator.p2f.h"
#include "social/social.p2f.h"

P2F_EXPORT uint64_t bench_ffi_size(void) {
    return sizeof(social_Post);
}

P2F_EXPORT uint64_t bench_ffi_alignment(void) {
    return _Alignof(social_Post);
}

/* Each of the visits reads all numbers and the first byte of each text, leaves their sum in created_at, and answers it. */

P2F_EXPORT uint64_t bench_ffi_visit_Reaction(social_Reaction *reaction) {
    reaction->created_at += reaction->reaction_id + reaction->user_id + reaction->target_id
            + (uint64_t)reaction->reaction_type;
    return reaction->created_at;
}

static uint64_t first_of(const char *text) {
    return (unsigned char)text[0];
}

P2F_EXPORT uint64_t bench_ffi_visit_UserProfile(social_UserProfile *profile) {
    profile->created_at += profile->user_id + profile->follower_count + profile->following_count + profile->post_count
            + profile->is_verified + first_of(profile->username) + first_of(profile->display_name)
            + first_of(profile->bio) + first_of(profile->avatar_url);
    return profile->created_at;
}

P2F_EXPORT uint64_t bench_ffi_visit_Post(social_Post *post) {
    post->created_at += post->post_id + post->author_id + (uint64_t)post->post_type + (uint64_t)post->visibility
            + post->like_count + post->comment_count + post->share_count + post->view_count + post->updated_at
            + first_of(post->content) + first_of(post->media_url);
    return post->created_at;
}

/* Wraps around, as in Java. */
static int64_t sum_of(int64_t a, int64_t b) {
    return (int64_t)((uint64_t)a + (uint64_t)b);
}

P2F_EXPORT int64_t bench_ffi_add_value(bench_BinaryOp op) {
    return sum_of(op.a, op.b);
}

P2F_EXPORT int64_t bench_ffi_add_pointer(const bench_BinaryOp *op) {
    return sum_of(op->a, op->b);
}

/** A callback that isn't Java's. */
P2F_EXPORT int64_t bench_ffi_add_numbers(int64_t a, int64_t b) {
    return sum_of(a, b);
}
