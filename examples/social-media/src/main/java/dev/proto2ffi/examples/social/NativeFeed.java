package dev.proto2ffi.examples.social;

import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;
import social.ffi.Comment;
import social.ffi.Notification;
import social.ffi.Post;
import social.ffi.PostScore;
import social.ffi.Reaction;
import social.ffi.ScoreWeights;
import social.ffi.UserProfile;

/**
 * The feed as C structs in native memory, which live until {@link #close}. For the thread that made it.
 */
final class NativeFeed implements AutoCloseable {
    /** How many authors are told that their post is among the hottest. */
    static final int NOTIFICATIONS = 100;

    private final Arena arena = Arena.ofConfined();

    final StructArray<UserProfile> users;
    final StructArray<Post> posts;
    final StructArray<Comment> comments;
    final StructArray<Reaction> reactions;
    final StructArray<PostScore> scores;
    final StructArray<Notification> notifications;
    final ScoreWeights weights;

    /** Copies a feed into native memory. Scores and notifications are zero: they are for native code to fill in. */
    NativeFeed(PlainFeed feed, Weights weights) {
        users = UserProfile.allocateArray(arena, feed.users.size());
        posts = Post.allocateArray(arena, feed.posts.size());
        comments = Comment.allocateArray(arena, feed.comments.size());
        reactions = Reaction.allocateArray(arena, feed.reactions.size());
        scores = PostScore.allocateArray(arena, feed.posts.size());
        notifications = Notification.allocateArray(arena, Math.min(NOTIFICATIONS, feed.posts.size()));
        this.weights = ScoreWeights.allocate(arena);
        feed.users.forEach(user -> write(user, users.get(user.id - 1)));
        feed.posts.forEach(post -> write(post, posts.get(post.id - 1)));
        feed.comments.forEach(comment -> write(comment, comments.get(comment.id - 1)));
        feed.reactions.forEach(reaction -> write(reaction, reactions.get(reaction.id - 1)));
        write(weights, this.weights);
    }

    private static void write(PlainFeed.User from, UserProfile to) {
        to.userId(from.id)
                .username(from.username)
                .displayName(from.displayName)
                .bio(from.bio)
                .avatarUrl(from.avatarUrl)
                .followerCount(from.followerCount)
                .followingCount(from.followingCount)
                .postCount(from.postCount)
                .createdAt(from.createdAt)
                .isVerified(from.verified);
    }

    private static void write(PlainFeed.Post from, Post to) {
        to.postId(from.id)
                .authorId(from.authorId)
                .postType(from.type)
                .content(from.content)
                .mediaUrl(from.mediaUrl)
                .visibility(from.visibility)
                .likeCount(from.likeCount)
                .commentCount(from.commentCount)
                .shareCount(from.shareCount)
                .viewCount(from.viewCount)
                .createdAt(from.createdAt)
                .updatedAt(from.updatedAt);
    }

    private static void write(PlainFeed.Comment from, Comment to) {
        to.commentId(from.id)
                .postId(from.postId)
                .authorId(from.authorId)
                .parentCommentId(from.parentId)
                .text(from.text)
                .likeCount(from.likeCount)
                .replyCount(from.replyCount)
                .createdAt(from.createdAt);
    }

    private static void write(PlainFeed.Reaction from, Reaction to) {
        to.reactionId(from.id)
                .userId(from.userId)
                .targetId(from.targetId)
                .reactionType(from.type)
                .createdAt(from.createdAt);
    }

    private static void write(Weights from, ScoreWeights to) {
        to.view(from.view()).comment(from.comment()).share(from.share()).verifiedBonus(from.verifiedBonus());
        Weights.TYPES.forEach(type -> to.reaction(type.number(), from.reaction(type)));
    }

    /** The arena that the feed lives in, for more of the same lifetime. */
    Arena arena() {
        return arena;
    }

    @Override
    public void close() {
        arena.close();
    }
}
