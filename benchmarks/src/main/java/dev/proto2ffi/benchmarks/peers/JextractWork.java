package dev.proto2ffi.benchmarks.peers;

import dev.proto2ffi.benchmarks.peers.jextract.Comment;
import dev.proto2ffi.benchmarks.peers.jextract.Post;
import dev.proto2ffi.benchmarks.peers.jextract.Reaction;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.infra.Blackhole;

/** Accessors as jextract has them, over the same C structs; texts by {@link MemorySegment#setString(long, String)} and {@link MemorySegment#getString(long)} on the slice of the field. */
final class JextractWork {
    private JextractWork() {}

    static Work of(Kind kind, Values values) {
        return switch (kind) {
            case REACTION -> new Reactions(values.reactions());
            case COMMENT -> new Comments(values.comments());
            case POST -> new Posts(values.posts());
        };
    }

    private static final class Reactions implements Work {
        private final Arena arena = Arena.ofConfined();
        private final ReactionValue[] handful;
        private final MemorySegment written = Reaction.allocate(arena);
        private final MemorySegment all;
        private final int length;

        Reactions(ReactionValue[] values) {
            handful = Values.handful(values);
            length = values.length;
            all = Reaction.allocateArray(length, arena);
            for (int i = 0; i < length; i++) {
                write(Reaction.asSlice(all, i), values[i]);
            }
        }

        private static void write(MemorySegment reaction, ReactionValue value) {
            Reaction.reactionId(reaction, value.reactionId());
            Reaction.userId(reaction, value.userId());
            Reaction.targetId(reaction, value.targetId());
            Reaction.reactionType(reaction, value.reactionType());
            Reaction.createdAt(reaction, value.createdAt());
        }

        @Override
        public long write() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (ReactionValue value : handful) {
                    write(written, value);
                    Escape.memory();
                }
            }

            return Reaction.reactionId(written);
        }

        @Override
        public long read(Blackhole sink) {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    MemorySegment reaction = Reaction.asSlice(all, i);
                    sum += Reaction.reactionId(reaction)
                            + Reaction.userId(reaction)
                            + Reaction.targetId(reaction)
                            + Reaction.reactionType(reaction)
                            + Reaction.createdAt(reaction);
                }
            }

            return sum;
        }

        @Override
        public long update() {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    MemorySegment reaction = Reaction.asSlice(all, i);
                    long targetId = Reaction.targetId(reaction) + 1;
                    Reaction.targetId(reaction, targetId);
                    Reaction.createdAt(reaction, Reaction.createdAt(reaction) + 1);
                    sum += targetId;
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (int i = 0; i < length; i++) {
                MemorySegment reaction = Reaction.asSlice(all, i);
                long value = Reaction.userId(reaction) + Reaction.targetId(reaction);
                Reaction.createdAt(reaction, value);
                sum += value;
            }
            return sum;
        }

        @Override
        public Record value(int index) {
            return value(Reaction.asSlice(all, index));
        }

        @Override
        public Record written() {
            return value(written);
        }

        private static ReactionValue value(MemorySegment reaction) {
            return new ReactionValue(
                    Reaction.reactionId(reaction),
                    Reaction.userId(reaction),
                    Reaction.targetId(reaction),
                    Reaction.reactionType(reaction),
                    Reaction.createdAt(reaction));
        }

        @Override
        public int bytes(int index) {
            return (int) Reaction.sizeof();
        }

        @Override
        public void close() {
            arena.close();
        }
    }

    private static final class Comments implements Work {
        private final Arena arena = Arena.ofConfined();
        private final CommentValue[] handful;
        private final MemorySegment written = Comment.allocate(arena);
        private final MemorySegment all;
        private final int length;

        Comments(CommentValue[] values) {
            handful = Values.handful(values);
            length = values.length;
            all = Comment.allocateArray(length, arena);
            for (int i = 0; i < length; i++) {
                write(Comment.asSlice(all, i), values[i]);
            }
        }

        private static void write(MemorySegment comment, CommentValue value) {
            Comment.commentId(comment, value.commentId());
            Comment.postId(comment, value.postId());
            Comment.authorId(comment, value.authorId());
            Comment.parentCommentId(comment, value.parentCommentId());
            Comment.text(comment).setString(0, value.text());
            Comment.likeCount(comment, value.likeCount());
            Comment.replyCount(comment, value.replyCount());
            Comment.createdAt(comment, value.createdAt());
        }

        @Override
        public long write() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (CommentValue value : handful) {
                    write(written, value);
                    Escape.memory();
                }
            }

            return Comment.commentId(written);
        }

        @Override
        public long read(Blackhole sink) {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    MemorySegment comment = Comment.asSlice(all, i);
                    String text = Comment.text(comment).getString(0);
                    sink.consume(text);
                    sum += Comment.commentId(comment)
                            + Comment.postId(comment)
                            + Comment.authorId(comment)
                            + Comment.parentCommentId(comment)
                            + Comment.likeCount(comment)
                            + Comment.replyCount(comment)
                            + Comment.createdAt(comment)
                            + text.length();
                }
            }

            return sum;
        }

        @Override
        public long update() {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    MemorySegment comment = Comment.asSlice(all, i);
                    long likeCount = Comment.likeCount(comment) + 1;
                    Comment.likeCount(comment, likeCount);
                    Comment.replyCount(comment, Comment.replyCount(comment) + 1);
                    sum += likeCount;
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (int i = 0; i < length; i++) {
                MemorySegment comment = Comment.asSlice(all, i);
                long value = Comment.postId(comment) + Comment.authorId(comment);
                Comment.createdAt(comment, value);
                sum += value;
            }
            return sum;
        }

        @Override
        public Record value(int index) {
            return value(Comment.asSlice(all, index));
        }

        @Override
        public Record written() {
            return value(written);
        }

        private static CommentValue value(MemorySegment comment) {
            return new CommentValue(
                    Comment.commentId(comment),
                    Comment.postId(comment),
                    Comment.authorId(comment),
                    Comment.parentCommentId(comment),
                    Comment.text(comment).getString(0),
                    Comment.likeCount(comment),
                    Comment.replyCount(comment),
                    Comment.createdAt(comment));
        }

        @Override
        public int bytes(int index) {
            return (int) Comment.sizeof();
        }

        @Override
        public void close() {
            arena.close();
        }
    }

    private static final class Posts implements Work {
        private final Arena arena = Arena.ofConfined();
        private final PostValue[] handful;
        private final MemorySegment written = Post.allocate(arena);
        private final MemorySegment all;
        private final int length;

        Posts(PostValue[] values) {
            handful = Values.handful(values);
            length = values.length;
            all = Post.allocateArray(length, arena);
            for (int i = 0; i < length; i++) {
                write(Post.asSlice(all, i), values[i]);
            }
        }

        private static void write(MemorySegment post, PostValue value) {
            Post.postId(post, value.postId());
            Post.authorId(post, value.authorId());
            Post.postType(post, value.postType());
            Post.content(post).setString(0, value.content());
            Post.mediaUrl(post).setString(0, value.mediaUrl());
            Post.visibility(post, value.visibility());
            Post.likeCount(post, value.likeCount());
            Post.commentCount(post, value.commentCount());
            Post.shareCount(post, value.shareCount());
            Post.viewCount(post, value.viewCount());
            Post.createdAt(post, value.createdAt());
            Post.updatedAt(post, value.updatedAt());
        }

        @Override
        public long write() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (PostValue value : handful) {
                    write(written, value);
                    Escape.memory();
                }
            }

            return Post.postId(written);
        }

        @Override
        public long read(Blackhole sink) {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    MemorySegment post = Post.asSlice(all, i);
                    String content = Post.content(post).getString(0);
                    sink.consume(content);
                    String mediaUrl = Post.mediaUrl(post).getString(0);
                    sink.consume(mediaUrl);
                    sum += Post.postId(post)
                            + Post.authorId(post)
                            + Post.postType(post)
                            + Post.visibility(post)
                            + Post.likeCount(post)
                            + Post.commentCount(post)
                            + Post.shareCount(post)
                            + Post.viewCount(post)
                            + Post.createdAt(post)
                            + Post.updatedAt(post)
                            + content.length()
                            + mediaUrl.length();
                }
            }

            return sum;
        }

        @Override
        public long update() {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    MemorySegment post = Post.asSlice(all, i);
                    long likeCount = Post.likeCount(post) + 1;
                    Post.likeCount(post, likeCount);
                    Post.viewCount(post, Post.viewCount(post) + 1);
                    sum += likeCount;
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (int i = 0; i < length; i++) {
                MemorySegment post = Post.asSlice(all, i);
                long value = Post.likeCount(post) + Post.commentCount(post);
                Post.updatedAt(post, value);
                sum += value;
            }
            return sum;
        }

        @Override
        public Record value(int index) {
            return value(Post.asSlice(all, index));
        }

        @Override
        public Record written() {
            return value(written);
        }

        private static PostValue value(MemorySegment post) {
            return new PostValue(
                    Post.postId(post),
                    Post.authorId(post),
                    Post.postType(post),
                    Post.content(post).getString(0),
                    Post.mediaUrl(post).getString(0),
                    Post.visibility(post),
                    Post.likeCount(post),
                    Post.commentCount(post),
                    Post.shareCount(post),
                    Post.viewCount(post),
                    Post.createdAt(post),
                    Post.updatedAt(post));
        }

        @Override
        public int bytes(int index) {
            return (int) Post.sizeof();
        }

        @Override
        public void close() {
            arena.close();
        }
    }
}
