package dev.proto2ffi.examples.social;

import java.util.ArrayList;
import java.util.List;
import social.ffi.NotificationType;
import social.ffi.PostType;
import social.ffi.ReactionType;
import social.ffi.Visibility;

/**
 * The feed as ordinary Java objects: what the native feed is filled from, and what the plain Java computation works on.
 * Ids count from 1, and every list is in the order of ids. Times are seconds since 1970.
 */
final class PlainFeed {
    final List<User> users = new ArrayList<>();
    final List<Post> posts = new ArrayList<>();
    final List<Comment> comments = new ArrayList<>();
    final List<Reaction> reactions = new ArrayList<>();

    /** Filled in by {@link PlainJava}: one for each post. */
    final List<Score> scores = new ArrayList<>();

    /** Filled in by {@link PlainJava}: the hottest posts' authors are told, hottest first. */
    final List<Notification> notifications = new ArrayList<>();

    static final class User {
        long id;
        String username = "";
        String displayName = "";
        String bio = "";
        String avatarUrl = "";
        long followerCount;
        long followingCount;
        long postCount;
        long createdAt;
        boolean verified;
    }

    static final class Post {
        long id;
        long authorId;
        PostType type = PostType.TEXT;
        String content = "";
        String mediaUrl = "";
        Visibility visibility = Visibility.PUBLIC;
        long likeCount;
        long commentCount;
        long shareCount;
        long viewCount;
        long createdAt;
        long updatedAt;
    }

    static final class Comment {
        long id;
        long postId;
        long authorId;
        long parentId;
        String text = "";
        long likeCount;
        long replyCount;
        long createdAt;
    }

    static final class Reaction {
        long id;
        long userId;
        long targetId;
        ReactionType type = ReactionType.LIKE;
        long createdAt;
    }

    static final class Score {
        long postId;
        final int[] reactions = new int[6];
        double engagement;
        double hotness;
        int rank;
    }

    static final class Notification {
        long id;
        long userId;
        NotificationType type = NotificationType.NEW_FOLLOWER;
        boolean read;
        long actorId;
        long targetId;
        String text = "";
        long createdAt;
    }
}
