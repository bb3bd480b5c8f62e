/* The native twins of the peers' benchmarks: each does the work of Proto2ffiWork as a C programmer writes it. */
#include "social/social.p2f.h"

#include <stdlib.h>
#include <string.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

/* From here on the compiler must believe that code it can't see uses what p points to. Costs no instruction. */
#define ESCAPES(p) __asm__ volatile("" : "+r"(p) : : "memory")

/* A text as C has it beside a struct: with its size known, as a String's is. */
typedef struct Text {
    char *bytes;
    size_t size;
} Text;

/* A copy that belongs to the caller; NULL where there is no memory. */
static Text text_of(const char *bytes, size_t size) {
    Text text = {malloc(size + 1), size};
    if (text.bytes != NULL) {
        memcpy(text.bytes, bytes, size);
        text.bytes[size] = 0;
    }
    return text;
}

/* Makes a string of a field's text and lets go of it, for its size: what reading a String is. */
static uint64_t read_text(const char *bytes, size_t size) {
    Text text = text_of(bytes, size);
    ESCAPES(text.bytes);
    free(text.bytes);
    return text.size;
}

typedef struct ReactionValue {
    uint64_t reaction_id;
    uint64_t user_id;
    uint64_t target_id;
    int32_t reaction_type;
    uint64_t created_at;
} ReactionValue;

/* The first structs as values; NULL where there is no memory. */
EXPORT ReactionValue *bench_peers_values_of_reaction(const social_Reaction *structs, uint64_t count) {
    ReactionValue *values = calloc(count, sizeof *values);
    for (uint64_t i = 0; values != NULL && i < count; i++) {
        const social_Reaction *reaction = &structs[i];
        values[i] = (ReactionValue){
            .reaction_id = reaction->reaction_id,
            .user_id = reaction->user_id,
            .target_id = reaction->target_id,
            .reaction_type = reaction->reaction_type,
            .created_at = reaction->created_at,
        };
    }
    return values;
}

EXPORT void bench_peers_forget_reaction(ReactionValue *values, uint64_t count) {
    (void)count;
    free(values);
}

EXPORT uint64_t bench_peers_write_reaction(const ReactionValue *values, social_Reaction *reaction, uint64_t count, uint64_t passes) {
    for (uint64_t pass = 0; pass < passes; pass++) {
        for (uint64_t i = 0; i < count; i++) {
            const ReactionValue *value = &values[i];
            reaction->reaction_id = value->reaction_id;
            reaction->user_id = value->user_id;
            reaction->target_id = value->target_id;
            reaction->reaction_type = value->reaction_type;
            reaction->created_at = value->created_at;
            ESCAPES(reaction);
        }
    }
    return reaction->reaction_id;
}

EXPORT uint64_t bench_peers_read_reaction(const ReactionValue *unused, const social_Reaction *structs, uint64_t count, uint64_t passes) {
    (void)unused;
    uint64_t sum = 0;
    for (uint64_t pass = 0; pass < passes; pass++) {
        for (uint64_t i = 0; i < count; i++) {
            const social_Reaction *reaction = &structs[i];
            ESCAPES(reaction);
            sum += reaction->reaction_id + reaction->user_id + reaction->target_id + (uint64_t)reaction->reaction_type + reaction->created_at;
        }
    }
    return sum;
}

EXPORT uint64_t bench_peers_update_reaction(const ReactionValue *unused, social_Reaction *structs, uint64_t count, uint64_t passes) {
    (void)unused;
    uint64_t sum = 0;
    for (uint64_t pass = 0; pass < passes; pass++) {
        for (uint64_t i = 0; i < count; i++) {
            social_Reaction *reaction = &structs[i];
            reaction->target_id += 1;
            reaction->created_at += 1;
            ESCAPES(reaction);
            sum += reaction->target_id;
        }
    }
    return sum;
}

EXPORT uint64_t bench_peers_scan_reaction(const ReactionValue *unused, social_Reaction *structs, uint64_t count, uint64_t passes) {
    (void)unused;
    uint64_t sum = 0;
    for (uint64_t pass = 0; pass < passes; pass++) {
        for (uint64_t i = 0; i < count; i++) {
            social_Reaction *reaction = &structs[i];
            uint64_t value = reaction->user_id + reaction->target_id;
            reaction->created_at = value;
            sum += value;
        }
    }
    return sum;
}

typedef struct CommentValue {
    uint64_t comment_id;
    uint64_t post_id;
    uint64_t author_id;
    uint64_t parent_comment_id;
    Text text;
    uint64_t like_count;
    uint64_t reply_count;
    uint64_t created_at;
} CommentValue;

/* The first structs as values; NULL where there is no memory. */
EXPORT CommentValue *bench_peers_values_of_comment(const social_Comment *structs, uint64_t count) {
    CommentValue *values = calloc(count, sizeof *values);
    for (uint64_t i = 0; values != NULL && i < count; i++) {
        const social_Comment *comment = &structs[i];
        values[i] = (CommentValue){
            .comment_id = comment->comment_id,
            .post_id = comment->post_id,
            .author_id = comment->author_id,
            .parent_comment_id = comment->parent_comment_id,
            .text = text_of(comment->text, social_Comment_text_size(comment)),
            .like_count = comment->like_count,
            .reply_count = comment->reply_count,
            .created_at = comment->created_at,
        };
    }
    return values;
}

EXPORT void bench_peers_forget_comment(CommentValue *values, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) {
        free(values[i].text.bytes);
    }
    free(values);
}

EXPORT uint64_t bench_peers_write_comment(const CommentValue *values, social_Comment *comment, uint64_t count, uint64_t passes) {
    for (uint64_t pass = 0; pass < passes; pass++) {
        for (uint64_t i = 0; i < count; i++) {
            const CommentValue *value = &values[i];
            comment->comment_id = value->comment_id;
            comment->post_id = value->post_id;
            comment->author_id = value->author_id;
            comment->parent_comment_id = value->parent_comment_id;
            comment->like_count = value->like_count;
            comment->reply_count = value->reply_count;
            comment->created_at = value->created_at;
            if (!social_Comment_set_text(comment, value->text.bytes, value->text.size)) {
                return 0;
            }
            ESCAPES(comment);
        }
    }
    return comment->comment_id;
}

EXPORT uint64_t bench_peers_read_comment(const CommentValue *unused, const social_Comment *structs, uint64_t count, uint64_t passes) {
    (void)unused;
    uint64_t sum = 0;
    for (uint64_t pass = 0; pass < passes; pass++) {
        for (uint64_t i = 0; i < count; i++) {
            const social_Comment *comment = &structs[i];
            ESCAPES(comment);
            sum += comment->comment_id + comment->post_id + comment->author_id + comment->parent_comment_id + comment->like_count + comment->reply_count + comment->created_at;
            sum += read_text(comment->text, social_Comment_text_size(comment));
        }
    }
    return sum;
}

EXPORT uint64_t bench_peers_update_comment(const CommentValue *unused, social_Comment *structs, uint64_t count, uint64_t passes) {
    (void)unused;
    uint64_t sum = 0;
    for (uint64_t pass = 0; pass < passes; pass++) {
        for (uint64_t i = 0; i < count; i++) {
            social_Comment *comment = &structs[i];
            comment->like_count += 1;
            comment->reply_count += 1;
            ESCAPES(comment);
            sum += comment->like_count;
        }
    }
    return sum;
}

EXPORT uint64_t bench_peers_scan_comment(const CommentValue *unused, social_Comment *structs, uint64_t count, uint64_t passes) {
    (void)unused;
    uint64_t sum = 0;
    for (uint64_t pass = 0; pass < passes; pass++) {
        for (uint64_t i = 0; i < count; i++) {
            social_Comment *comment = &structs[i];
            uint64_t value = comment->post_id + comment->author_id;
            comment->created_at = value;
            sum += value;
        }
    }
    return sum;
}

typedef struct PostValue {
    uint64_t post_id;
    uint64_t author_id;
    int32_t post_type;
    Text content;
    Text media_url;
    int32_t visibility;
    uint64_t like_count;
    uint64_t comment_count;
    uint64_t share_count;
    uint64_t view_count;
    uint64_t created_at;
    uint64_t updated_at;
} PostValue;

/* The first structs as values; NULL where there is no memory. */
EXPORT PostValue *bench_peers_values_of_post(const social_Post *structs, uint64_t count) {
    PostValue *values = calloc(count, sizeof *values);
    for (uint64_t i = 0; values != NULL && i < count; i++) {
        const social_Post *post = &structs[i];
        values[i] = (PostValue){
            .post_id = post->post_id,
            .author_id = post->author_id,
            .post_type = post->post_type,
            .content = text_of(post->content, social_Post_content_size(post)),
            .media_url = text_of(post->media_url, social_Post_media_url_size(post)),
            .visibility = post->visibility,
            .like_count = post->like_count,
            .comment_count = post->comment_count,
            .share_count = post->share_count,
            .view_count = post->view_count,
            .created_at = post->created_at,
            .updated_at = post->updated_at,
        };
    }
    return values;
}

EXPORT void bench_peers_forget_post(PostValue *values, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) {
        free(values[i].content.bytes);
        free(values[i].media_url.bytes);
    }
    free(values);
}

EXPORT uint64_t bench_peers_write_post(const PostValue *values, social_Post *post, uint64_t count, uint64_t passes) {
    for (uint64_t pass = 0; pass < passes; pass++) {
        for (uint64_t i = 0; i < count; i++) {
            const PostValue *value = &values[i];
            post->post_id = value->post_id;
            post->author_id = value->author_id;
            post->post_type = value->post_type;
            post->visibility = value->visibility;
            post->like_count = value->like_count;
            post->comment_count = value->comment_count;
            post->share_count = value->share_count;
            post->view_count = value->view_count;
            post->created_at = value->created_at;
            post->updated_at = value->updated_at;
            if (!social_Post_set_content(post, value->content.bytes, value->content.size)) {
                return 0;
            }
            if (!social_Post_set_media_url(post, value->media_url.bytes, value->media_url.size)) {
                return 0;
            }
            ESCAPES(post);
        }
    }
    return post->post_id;
}

EXPORT uint64_t bench_peers_read_post(const PostValue *unused, const social_Post *structs, uint64_t count, uint64_t passes) {
    (void)unused;
    uint64_t sum = 0;
    for (uint64_t pass = 0; pass < passes; pass++) {
        for (uint64_t i = 0; i < count; i++) {
            const social_Post *post = &structs[i];
            ESCAPES(post);
            sum += post->post_id + post->author_id + (uint64_t)post->post_type + (uint64_t)post->visibility + post->like_count + post->comment_count + post->share_count + post->view_count + post->created_at + post->updated_at;
            sum += read_text(post->content, social_Post_content_size(post));
            sum += read_text(post->media_url, social_Post_media_url_size(post));
        }
    }
    return sum;
}

EXPORT uint64_t bench_peers_update_post(const PostValue *unused, social_Post *structs, uint64_t count, uint64_t passes) {
    (void)unused;
    uint64_t sum = 0;
    for (uint64_t pass = 0; pass < passes; pass++) {
        for (uint64_t i = 0; i < count; i++) {
            social_Post *post = &structs[i];
            post->like_count += 1;
            post->view_count += 1;
            ESCAPES(post);
            sum += post->like_count;
        }
    }
    return sum;
}

EXPORT uint64_t bench_peers_scan_post(const PostValue *unused, social_Post *structs, uint64_t count, uint64_t passes) {
    (void)unused;
    uint64_t sum = 0;
    for (uint64_t pass = 0; pass < passes; pass++) {
        for (uint64_t i = 0; i < count; i++) {
            social_Post *post = &structs[i];
            uint64_t value = post->like_count + post->comment_count;
            post->updated_at = value;
            sum += value;
        }
    }
    return sum;
}
