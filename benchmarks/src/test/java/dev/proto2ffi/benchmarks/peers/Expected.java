package dev.proto2ffi.benchmarks.peers;

import java.lang.reflect.RecordComponent;
import java.util.List;

/** What the operations do, said once more, by other means than those that are measured. */
final class Expected {
    private Expected() {}

    /** Of all numbers, and of the texts' lengths. */
    static long sum(List<Record> values) {
        return values.stream().mapToLong(Expected::sum).sum();
    }

    private static long sum(Record value) {
        long sum = 0;
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                Object field = component.getAccessor().invoke(value);
                sum += field instanceof String text ? text.length() : ((Number) field).longValue();
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
        return sum;
    }

    static Record updated(Record value) {
        if (value instanceof ReactionValue r) {
            return new ReactionValue(r.reactionId(), r.userId(), r.targetId() + 1, r.reactionType(), r.createdAt() + 1);
        }
        if (value instanceof CommentValue c) {
            return comment(c, c.likeCount() + 1, c.replyCount() + 1, c.createdAt());
        }
        PostValue p = (PostValue) value;
        return post(p, p.likeCount() + 1, p.viewCount() + 1, p.updatedAt());
    }

    static long firstUpdated(Record value) {
        if (value instanceof ReactionValue reaction) {
            return reaction.targetId();
        }
        return value instanceof CommentValue comment ? comment.likeCount() : ((PostValue) value).likeCount();
    }

    static Record scanned(Record value) {
        if (value instanceof ReactionValue r) {
            return new ReactionValue(
                    r.reactionId(), r.userId(), r.targetId(), r.reactionType(), r.userId() + r.targetId());
        }
        if (value instanceof CommentValue c) {
            return comment(c, c.likeCount(), c.replyCount(), c.postId() + c.authorId());
        }
        PostValue p = (PostValue) value;
        return post(p, p.likeCount(), p.viewCount(), p.likeCount() + p.commentCount());
    }

    /** What a pass adds for a value that it has written. */
    static long scan(Record value) {
        if (value instanceof ReactionValue reaction) {
            return reaction.createdAt();
        }
        return value instanceof CommentValue comment ? comment.createdAt() : ((PostValue) value).updatedAt();
    }

    private static CommentValue comment(CommentValue c, long likes, long replies, long created) {
        return new CommentValue(
                c.commentId(), c.postId(), c.authorId(), c.parentCommentId(), c.text(), likes, replies, created);
    }

    private static PostValue post(PostValue p, long likes, long views, long updated) {
        return new PostValue(
                p.postId(),
                p.authorId(),
                p.postType(),
                p.content(),
                p.mediaUrl(),
                p.visibility(),
                likes,
                p.commentCount(),
                p.shareCount(),
                views,
                p.createdAt(),
                updated);
    }
}
