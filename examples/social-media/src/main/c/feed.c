/*
 * The C half of the example. It works on the structs where Java put them: nothing is copied, nothing is parsed.
 *
 * Where a struct's members are is none of this file's business. It includes the header that proto2ffi generated, and
 * the header proves to the compiler that its offsets are those that Java uses.
 */
#include "social/feed.p2f.h"
#include "social/social.p2f.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

/* The smallest number of letters that count as shouting when all of them are capitals. */
enum { SHOUTED_LETTERS = 8 };

static const char REMOVED[] = "[removed: shouting]";

static int32_t fail(social_CallReport *report, const char *reason, uint64_t id) {
    char text[sizeof report->error];
    snprintf(text, sizeof text, "%s %llu", reason, (unsigned long long)id);
    social_CallReport_set_error(report, text, strlen(text));
    return -1;
}

/* In this feed ids count from 1 and structs stand in the order of their ids. */
static bool is_id(uint64_t id, uint64_t count) {
    return id >= 1 && id <= count;
}

/** Counts comments into their posts and replies into their comments. */
EXPORT int32_t feed_tally_comments(
        social_Post *posts, uint64_t post_count, social_Comment *comments, uint64_t count, social_CallReport *report) {
    social_CallReport_init(report);
    for (uint64_t i = 0; i < count; i++) {
        const social_Comment *comment = &comments[i];
        if (!is_id(comment->post_id, post_count)) {
            return fail(report, "a comment on a post that doesn't exist:", comment->post_id);
        }
        posts[comment->post_id - 1].comment_count++;
        if (comment->parent_comment_id != 0) {
            if (!is_id(comment->parent_comment_id, count)) {
                return fail(report, "a reply to a comment that doesn't exist:", comment->parent_comment_id);
            }
            comments[comment->parent_comment_id - 1].reply_count++;
            report->edited++;
        }
        report->seen++;
        report->edited++;
    }
    return 0;
}

/** Counts reactions by type into the scores, and likes and loves into the posts. */
EXPORT int32_t feed_tally_reactions(
        social_Post *posts,
        social_PostScore *scores,
        uint64_t post_count,
        const social_Reaction *reactions,
        uint64_t count,
        social_CallReport *report) {
    social_CallReport_init(report);
    for (uint64_t i = 0; i < count; i++) {
        const social_Reaction *reaction = &reactions[i];
        if (!is_id(reaction->target_id, post_count)) {
            return fail(report, "a reaction to a post that doesn't exist:", reaction->target_id);
        }
        social_Post *post = &posts[reaction->target_id - 1];
        social_PostScore *score = &scores[reaction->target_id - 1];
        switch (reaction->reaction_type) {
            case social_ReactionType_LIKE:
            case social_ReactionType_LOVE:
                post->like_count++;
                report->edited++;
                break;
            case social_ReactionType_LAUGH:
            case social_ReactionType_WOW:
            case social_ReactionType_SAD:
            case social_ReactionType_ANGRY:
                break;
            default:
                return fail(report, "an unknown type in reaction", reaction->reaction_id);
        }
        score->reactions[reaction->reaction_type]++;
        report->seen++;
    }
    return 0;
}

static bool is_shouted(const char *text) {
    int letters = 0;
    for (; *text != '\0'; text++) {
        if (*text >= 'a' && *text <= 'z') {
            return false;
        }
        letters += *text >= 'A' && *text <= 'Z';
    }
    return letters >= SHOUTED_LETTERS;
}

/** Replaces the text of comments that shout. */
EXPORT int32_t feed_moderate(social_Comment *comments, uint64_t count, social_CallReport *report) {
    social_CallReport_init(report);
    for (uint64_t i = 0; i < count; i++) {
        social_Comment *comment = &comments[i];
        if (is_shouted(comment->text)) {
            if (!social_Comment_set_text(comment, REMOVED, sizeof REMOVED - 1)) {
                return fail(report, "no room for the remark in comment", comment->comment_id);
            }
            comment->like_count = 0;
            report->edited++;
        }
        report->seen++;
    }
    return 0;
}

/**
 * Fills in post_id and engagement. The sums are in double and in one order, and the build forbids the compiler to
 * fuse a multiplication with an addition: so the result is the same to the last bit as that of the same sums in Java.
 */
EXPORT int32_t feed_score(
        const social_UserProfile *users,
        uint64_t user_count,
        const social_Post *posts,
        uint64_t post_count,
        const social_ScoreWeights *weights,
        social_PostScore *scores,
        social_CallReport *report) {
    social_CallReport_init(report);
    for (uint64_t i = 0; i < post_count; i++) {
        const social_Post *post = &posts[i];
        if (!is_id(post->author_id, user_count)) {
            return fail(report, "a post by nobody:", post->author_id);
        }
        social_PostScore *score = &scores[i];
        double engagement = weights->view * (double)post->view_count;
        engagement += weights->comment * (double)post->comment_count;
        engagement += weights->share * (double)post->share_count;
        for (size_t type = 0; type < sizeof score->reactions / sizeof score->reactions[0]; type++) {
            engagement += weights->reaction[type] * (double)score->reactions[type];
        }
        if (users[post->author_id - 1].is_verified) {
            engagement *= weights->verified_bonus;
        }
        score->post_id = post->post_id;
        score->engagement = engagement;
        report->seen++;
        report->edited++;
    }
    return 0;
}
