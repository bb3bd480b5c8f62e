package dev.proto2ffi.benchmarks.peers;

/** A post as plain Java has it; enums are numbers. */
record PostValue(
        long postId,
        long authorId,
        int postType,
        String content,
        String mediaUrl,
        int visibility,
        long likeCount,
        long commentCount,
        long shareCount,
        long viewCount,
        long createdAt,
        long updatedAt) {}
