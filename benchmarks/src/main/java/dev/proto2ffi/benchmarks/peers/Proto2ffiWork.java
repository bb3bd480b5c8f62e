package dev.proto2ffi.benchmarks.peers;

import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;
import org.openjdk.jmh.infra.Blackhole;
import social.ffi.Comment;
import social.ffi.Post;
import social.ffi.Reaction;

/** The generated structs: views of one array, in the access mode of the JVM. Nothing is encoded, native code sees what is written. */
final class Proto2ffiWork {
    private Proto2ffiWork() {}

    /** For native code: where the structs are. */
    interface Shared extends Work {
        /** Of the array of all. */
        long address();

        /** Of the struct that a write fills. */
        long writtenAddress();
    }

    static Shared of(Kind kind, Values values) {
        return switch (kind) {
            case REACTION -> new Reactions(values.reactions());
            case COMMENT -> new Comments(values.comments());
            case POST -> new Posts(values.posts());
        };
    }

    private static final class Reactions implements Shared {
        private final Arena arena = Arena.ofConfined();
        private final ReactionValue[] handful;
        private final Reaction written = Reaction.allocate(arena);
        private final StructArray<Reaction> all;

        Reactions(ReactionValue[] values) {
            handful = Values.handful(values);
            all = Reaction.allocateArray(arena, values.length);
            for (int i = 0; i < values.length; i++) {
                write(all.get(i), values[i]);
            }
        }

        private static void write(Reaction reaction, ReactionValue value) {
            reaction.reactionId(value.reactionId())
                    .userId(value.userId())
                    .targetId(value.targetId())
                    .reactionTypeNumber(value.reactionType())
                    .createdAt(value.createdAt());
        }

        @Override
        public long write() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (ReactionValue value : handful) {
                    write(written, value);
                    Escape.memory();
                }
            }

            return written.reactionId();
        }

        @Override
        public long read(Blackhole sink) {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    Reaction reaction = all.get(i);
                    sum += reaction.reactionId()
                            + reaction.userId()
                            + reaction.targetId()
                            + reaction.reactionTypeNumber()
                            + reaction.createdAt();
                }
            }

            return sum;
        }

        @Override
        public long update() {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    Reaction reaction = all.get(i);
                    reaction.targetId(reaction.targetId() + 1).createdAt(reaction.createdAt() + 1);
                    sum += reaction.targetId();
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (Reaction reaction : all) {
                long value = reaction.userId() + reaction.targetId();
                reaction.createdAt(value);
                sum += value;
            }
            return sum;
        }

        @Override
        public Record value(int index) {
            return value(all.get(index));
        }

        @Override
        public Record written() {
            return value(written);
        }

        private static ReactionValue value(Reaction reaction) {
            return new ReactionValue(
                    reaction.reactionId(),
                    reaction.userId(),
                    reaction.targetId(),
                    reaction.reactionTypeNumber(),
                    reaction.createdAt());
        }

        @Override
        public int bytes(int index) {
            return (int) Reaction.SIZE;
        }

        @Override
        public long address() {
            return all.address();
        }

        @Override
        public long writtenAddress() {
            return written.structAddress();
        }

        @Override
        public void close() {
            arena.close();
        }
    }

    private static final class Comments implements Shared {
        private final Arena arena = Arena.ofConfined();
        private final CommentValue[] handful;
        private final Comment written = Comment.allocate(arena);
        private final StructArray<Comment> all;

        Comments(CommentValue[] values) {
            handful = Values.handful(values);
            all = Comment.allocateArray(arena, values.length);
            for (int i = 0; i < values.length; i++) {
                write(all.get(i), values[i]);
            }
        }

        private static void write(Comment comment, CommentValue value) {
            comment.commentId(value.commentId())
                    .postId(value.postId())
                    .authorId(value.authorId())
                    .parentCommentId(value.parentCommentId())
                    .text(value.text())
                    .likeCount(value.likeCount())
                    .replyCount(value.replyCount())
                    .createdAt(value.createdAt());
        }

        @Override
        public long write() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (CommentValue value : handful) {
                    write(written, value);
                    Escape.memory();
                }
            }

            return written.commentId();
        }

        @Override
        public long read(Blackhole sink) {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    Comment comment = all.get(i);
                    String text = comment.text();
                    sink.consume(text);
                    sum += comment.commentId()
                            + comment.postId()
                            + comment.authorId()
                            + comment.parentCommentId()
                            + comment.likeCount()
                            + comment.replyCount()
                            + comment.createdAt()
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
                    Comment comment = all.get(i);
                    comment.likeCount(comment.likeCount() + 1).replyCount(comment.replyCount() + 1);
                    sum += comment.likeCount();
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (Comment comment : all) {
                long value = comment.postId() + comment.authorId();
                comment.createdAt(value);
                sum += value;
            }
            return sum;
        }

        @Override
        public Record value(int index) {
            return value(all.get(index));
        }

        @Override
        public Record written() {
            return value(written);
        }

        private static CommentValue value(Comment comment) {
            return new CommentValue(
                    comment.commentId(),
                    comment.postId(),
                    comment.authorId(),
                    comment.parentCommentId(),
                    comment.text(),
                    comment.likeCount(),
                    comment.replyCount(),
                    comment.createdAt());
        }

        @Override
        public int bytes(int index) {
            return (int) Comment.SIZE;
        }

        @Override
        public long address() {
            return all.address();
        }

        @Override
        public long writtenAddress() {
            return written.structAddress();
        }

        @Override
        public void close() {
            arena.close();
        }
    }

    private static final class Posts implements Shared {
        private final Arena arena = Arena.ofConfined();
        private final PostValue[] handful;
        private final Post written = Post.allocate(arena);
        private final StructArray<Post> all;

        Posts(PostValue[] values) {
            handful = Values.handful(values);
            all = Post.allocateArray(arena, values.length);
            for (int i = 0; i < values.length; i++) {
                write(all.get(i), values[i]);
            }
        }

        private static void write(Post post, PostValue value) {
            post.postId(value.postId())
                    .authorId(value.authorId())
                    .postTypeNumber(value.postType())
                    .content(value.content())
                    .mediaUrl(value.mediaUrl())
                    .visibilityNumber(value.visibility())
                    .likeCount(value.likeCount())
                    .commentCount(value.commentCount())
                    .shareCount(value.shareCount())
                    .viewCount(value.viewCount())
                    .createdAt(value.createdAt())
                    .updatedAt(value.updatedAt());
        }

        @Override
        public long write() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (PostValue value : handful) {
                    write(written, value);
                    Escape.memory();
                }
            }

            return written.postId();
        }

        @Override
        public long read(Blackhole sink) {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    Post post = all.get(i);
                    String content = post.content();
                    sink.consume(content);
                    String mediaUrl = post.mediaUrl();
                    sink.consume(mediaUrl);
                    sum += post.postId()
                            + post.authorId()
                            + post.postTypeNumber()
                            + post.visibilityNumber()
                            + post.likeCount()
                            + post.commentCount()
                            + post.shareCount()
                            + post.viewCount()
                            + post.createdAt()
                            + post.updatedAt()
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
                    Post post = all.get(i);
                    post.likeCount(post.likeCount() + 1).viewCount(post.viewCount() + 1);
                    sum += post.likeCount();
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (Post post : all) {
                long value = post.likeCount() + post.commentCount();
                post.updatedAt(value);
                sum += value;
            }
            return sum;
        }

        @Override
        public Record value(int index) {
            return value(all.get(index));
        }

        @Override
        public Record written() {
            return value(written);
        }

        private static PostValue value(Post post) {
            return new PostValue(
                    post.postId(),
                    post.authorId(),
                    post.postTypeNumber(),
                    post.content(),
                    post.mediaUrl(),
                    post.visibilityNumber(),
                    post.likeCount(),
                    post.commentCount(),
                    post.shareCount(),
                    post.viewCount(),
                    post.createdAt(),
                    post.updatedAt());
        }

        @Override
        public int bytes(int index) {
            return (int) Post.SIZE;
        }

        @Override
        public long address() {
            return all.address();
        }

        @Override
        public long writtenAddress() {
            return written.structAddress();
        }

        @Override
        public void close() {
            arena.close();
        }
    }
}
