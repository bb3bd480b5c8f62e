package dev.proto2ffi.examples.social;

import java.util.Map;
import social.ffi.CallReport;
import social.ffi.Comment;
import social.ffi.Highlight;
import social.ffi.Notification;
import social.ffi.Post;
import social.ffi.PostScore;
import social.ffi.PostType;
import social.ffi.Reaction;
import social.ffi.ScoreWeights;
import social.ffi.UserProfile;

/**
 * Compares every value of the native feed with that of the plain one: those that native code computed or edited, and
 * all the others, which it had to leave alone.
 */
final class Comparison {
    private final Verdict verdict = new Verdict();

    private Comparison() {}

    /** Compares all structs of the feed, and what the ranking reported. */
    static Verdict of(PlainFeed plain, NativeFeed feed, Weights weights, CallReport ranking, PlainJava work) {
        Comparison comparison = new Comparison();
        plain.users.forEach(user -> comparison.user(user, feed.users.get(user.id - 1)));
        plain.posts.forEach(post -> comparison.post(post, feed.posts.get(post.id - 1)));
        plain.comments.forEach(comment -> comparison.comment(comment, feed.comments.get(comment.id - 1)));
        plain.reactions.forEach(reaction -> comparison.reaction(reaction, feed.reactions.get(reaction.id - 1)));
        plain.scores.forEach(score -> comparison.score("PostScore", score, feed.scores.get(score.postId - 1)));
        plain.notifications.forEach(note -> comparison.notification(note, feed.notifications.get(note.id - 1)));
        comparison.weights(weights, feed.weights);
        comparison.ranking(plain, ranking, work);
        return comparison.verdict;
    }

    private void user(PlainFeed.User plain, UserProfile user) {
        verdict.value("UserProfile", plain.id, "user_id", plain.id, user.userId());
        verdict.value("UserProfile", plain.id, "username", plain.username, user.username());
        verdict.value("UserProfile", plain.id, "display_name", plain.displayName, user.displayName());
        verdict.value("UserProfile", plain.id, "bio", plain.bio, user.bio());
        verdict.value("UserProfile", plain.id, "avatar_url", plain.avatarUrl, user.avatarUrl());
        verdict.value("UserProfile", plain.id, "follower_count", plain.followerCount, user.followerCount());
        verdict.value("UserProfile", plain.id, "following_count", plain.followingCount, user.followingCount());
        verdict.value("UserProfile", plain.id, "post_count", plain.postCount, user.postCount());
        verdict.value("UserProfile", plain.id, "created_at", plain.createdAt, user.createdAt());
        verdict.value("UserProfile", plain.id, "is_verified", plain.verified, user.isVerified());
    }

    private void post(PlainFeed.Post plain, Post post) {
        verdict.value("Post", plain.id, "post_id", plain.id, post.postId());
        verdict.value("Post", plain.id, "author_id", plain.authorId, post.authorId());
        verdict.value("Post", plain.id, "post_type", plain.type, post.postType());
        verdict.value("Post", plain.id, "content", plain.content, post.content());
        verdict.value("Post", plain.id, "media_url", plain.mediaUrl, post.mediaUrl());
        verdict.value("Post", plain.id, "visibility", plain.visibility, post.visibility());
        verdict.value("Post", plain.id, "like_count", plain.likeCount, post.likeCount());
        verdict.value("Post", plain.id, "comment_count", plain.commentCount, post.commentCount());
        verdict.value("Post", plain.id, "share_count", plain.shareCount, post.shareCount());
        verdict.value("Post", plain.id, "view_count", plain.viewCount, post.viewCount());
        verdict.value("Post", plain.id, "created_at", plain.createdAt, post.createdAt());
        verdict.value("Post", plain.id, "updated_at", plain.updatedAt, post.updatedAt());
    }

    private void comment(PlainFeed.Comment plain, Comment comment) {
        verdict.value("Comment", plain.id, "comment_id", plain.id, comment.commentId());
        verdict.value("Comment", plain.id, "post_id", plain.postId, comment.postId());
        verdict.value("Comment", plain.id, "author_id", plain.authorId, comment.authorId());
        verdict.value("Comment", plain.id, "parent_comment_id", plain.parentId, comment.parentCommentId());
        verdict.value("Comment", plain.id, "text", plain.text, comment.text());
        verdict.value("Comment", plain.id, "like_count", plain.likeCount, comment.likeCount());
        verdict.value("Comment", plain.id, "reply_count", plain.replyCount, comment.replyCount());
        verdict.value("Comment", plain.id, "created_at", plain.createdAt, comment.createdAt());
    }

    private void reaction(PlainFeed.Reaction plain, Reaction reaction) {
        verdict.value("Reaction", plain.id, "reaction_id", plain.id, reaction.reactionId());
        verdict.value("Reaction", plain.id, "user_id", plain.userId, reaction.userId());
        verdict.value("Reaction", plain.id, "target_id", plain.targetId, reaction.targetId());
        verdict.value("Reaction", plain.id, "reaction_type", plain.type, reaction.reactionType());
        verdict.value("Reaction", plain.id, "created_at", plain.createdAt, reaction.createdAt());
    }

    private void score(String struct, PlainFeed.Score plain, PostScore score) {
        verdict.value(struct, plain.postId, "post_id", plain.postId, score.postId());
        for (int i = 0; i < plain.reactions.length; i++) {
            verdict.value(struct, plain.postId, "reactions[" + i + "]", plain.reactions[i], score.reactions(i));
        }
        verdict.value(struct, plain.postId, "engagement", plain.engagement, score.engagement());
        verdict.value(struct, plain.postId, "hotness", plain.hotness, score.hotness());
        verdict.value(struct, plain.postId, "rank", plain.rank, score.rank());
    }

    private void notification(PlainFeed.Notification plain, Notification note) {
        verdict.value("Notification", plain.id, "notification_id", plain.id, note.notificationId());
        verdict.value("Notification", plain.id, "user_id", plain.userId, note.userId());
        verdict.value("Notification", plain.id, "notification_type", plain.type, note.notificationType());
        verdict.value("Notification", plain.id, "is_read", plain.read, note.isRead());
        verdict.value("Notification", plain.id, "actor_id", plain.actorId, note.actorId());
        verdict.value("Notification", plain.id, "target_id", plain.targetId, note.targetId());
        verdict.value("Notification", plain.id, "text", plain.text, note.text());
        verdict.value("Notification", plain.id, "created_at", plain.createdAt, note.createdAt());
    }

    private void weights(Weights plain, ScoreWeights weights) {
        verdict.value("ScoreWeights", 0, "view", plain.view(), weights.view());
        verdict.value("ScoreWeights", 0, "comment", plain.comment(), weights.comment());
        verdict.value("ScoreWeights", 0, "share", plain.share(), weights.share());
        Weights.TYPES.forEach(type -> verdict.value(
                "ScoreWeights", 0, "reaction " + type, plain.reaction(type), weights.reaction(type.number())));
        verdict.value("ScoreWeights", 0, "verified_bonus", plain.verifiedBonus(), weights.verifiedBonus());
    }

    private void ranking(PlainFeed plain, CallReport report, PlainJava work) {
        int tops = Math.min(10, plain.posts.size());
        verdict.value("CallReport", 0, "seen", plain.posts.size(), report.seen());
        verdict.value("CallReport", 0, "edited", plain.posts.size(), report.edited());
        verdict.value("CallReport", 0, "error", "", report.error());
        verdict.value("CallReport", 0, "top_post_ids_count", tops, report.topPostIdsCount());
        for (int i = 0; i < Math.min(tops, report.topPostIdsCount()); i++) {
            long expected = work.hottestFirst().get(i).postId;
            verdict.value("CallReport", 0, "top_post_ids[" + i + "]", expected, report.topPostIds(i));
        }
        Map<PostType, PlainFeed.Score> highlights = work.highlights();
        verdict.value("CallReport", 0, "highlights_count", highlights.size(), report.highlightsCount());
        int place = 0;
        for (Map.Entry<PostType, PlainFeed.Score> expected : highlights.entrySet()) {
            if (place < report.highlightsCount()) {
                Highlight highlight = report.highlights(place);
                verdict.value("Highlight", place, "post_type", expected.getKey(), highlight.postType());
                score("Highlight.score", expected.getValue(), highlight.score());
                place++;
            }
        }
    }
}
