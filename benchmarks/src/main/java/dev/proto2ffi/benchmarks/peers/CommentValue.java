package dev.proto2ffi.benchmarks.peers;

/** A comment as plain Java has it. */
record CommentValue(
        long commentId,
        long postId,
        long authorId,
        long parentCommentId,
        String text,
        long likeCount,
        long replyCount,
        long createdAt) {}
