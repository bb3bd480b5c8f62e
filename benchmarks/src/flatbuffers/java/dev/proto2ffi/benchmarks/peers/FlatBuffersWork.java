package dev.proto2ffi.benchmarks.peers;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.proto2ffi.benchmarks.peers.flatbuffers.Comment;
import dev.proto2ffi.benchmarks.peers.flatbuffers.Post;
import dev.proto2ffi.benchmarks.peers.flatbuffers.Reaction;
import java.nio.ByteBuffer;
import org.openjdk.jmh.infra.Blackhole;

/**
 * FlatBuffers, as its guide for Java advises: one builder, cleared and used again; the accessor object passed in and used again;
 * buffers are direct, for native code. What is to be changed in place must be stored even where it has its default, so
 * the builder is told to.
 */
final class FlatBuffersWork {
    /** Bytes that are enough for any of the messages. */
    private static final int CAPACITY = 1024;

    private FlatBuffersWork() {}

    static Work of(Kind kind, Values values) {
        return switch (kind) {
            case REACTION -> new Reactions(values.reactions());
            case COMMENT -> new Comments(values.comments());
            case POST -> new Posts(values.posts());
        };
    }

    private static FlatBufferBuilder builder() {
        return new FlatBufferBuilder(ByteBuffer.allocateDirect(CAPACITY)).forceDefaults(true);
    }

    private static ByteBuffer copy(ByteBuffer encoded) {
        return ByteBuffer.allocateDirect(encoded.remaining())
                .put(encoded.duplicate())
                .flip();
    }

    private static final class Reactions implements Work {
        private final ReactionValue[] handful;
        private final FlatBufferBuilder builder = builder();
        private final Reaction reaction = new Reaction();
        private final ByteBuffer[] all;

        Reactions(ReactionValue[] values) {
            handful = Values.handful(values);
            all = new ByteBuffer[values.length];
            for (int i = 0; i < values.length; i++) {
                write(values[i]);
                all[i] = copy(builder.dataBuffer());
            }
        }

        private void write(ReactionValue value) {
            builder.clear();
            Reaction.startReaction(builder);
            Reaction.addReactionId(builder, value.reactionId());
            Reaction.addUserId(builder, value.userId());
            Reaction.addTargetId(builder, value.targetId());
            Reaction.addCreatedAt(builder, value.createdAt());
            Reaction.addReactionType(builder, value.reactionType());
            builder.finish(Reaction.endReaction(builder));
        }

        @Override
        public long write() {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (ReactionValue value : handful) {
                    write(value);
                    sum += builder.offset();
                    Escape.memory();
                }
            }

            return sum;
        }

        @Override
        public long read(Blackhole sink) {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    Reaction.getRootAsReaction(all[i], reaction);
                    sum += reaction.reactionId()
                            + reaction.userId()
                            + reaction.targetId()
                            + reaction.reactionType()
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
                    Reaction.getRootAsReaction(all[i], reaction);
                    long targetId = reaction.targetId() + 1;
                    reaction.mutateTargetId(targetId);
                    reaction.mutateCreatedAt(reaction.createdAt() + 1);
                    sum += targetId;
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (ByteBuffer buffer : all) {
                Reaction.getRootAsReaction(buffer, reaction);
                long value = reaction.userId() + reaction.targetId();
                reaction.mutateCreatedAt(value);
                sum += value;
            }
            return sum;
        }

        @Override
        public Record value(int index) {
            return value(all[index]);
        }

        @Override
        public Record written() {
            return value(builder.dataBuffer());
        }

        private ReactionValue value(ByteBuffer buffer) {
            Reaction.getRootAsReaction(buffer, reaction);
            return new ReactionValue(
                    reaction.reactionId(),
                    reaction.userId(),
                    reaction.targetId(),
                    reaction.reactionType(),
                    reaction.createdAt());
        }

        @Override
        public int bytes(int index) {
            return all[index].remaining();
        }
    }

    private static final class Comments implements Work {
        private final CommentValue[] handful;
        private final FlatBufferBuilder builder = builder();
        private final Comment comment = new Comment();
        private final ByteBuffer[] all;

        Comments(CommentValue[] values) {
            handful = Values.handful(values);
            all = new ByteBuffer[values.length];
            for (int i = 0; i < values.length; i++) {
                write(values[i]);
                all[i] = copy(builder.dataBuffer());
            }
        }

        private void write(CommentValue value) {
            builder.clear();
            int text = builder.createString(value.text());
            Comment.startComment(builder);
            Comment.addCommentId(builder, value.commentId());
            Comment.addPostId(builder, value.postId());
            Comment.addAuthorId(builder, value.authorId());
            Comment.addParentCommentId(builder, value.parentCommentId());
            Comment.addLikeCount(builder, value.likeCount());
            Comment.addReplyCount(builder, value.replyCount());
            Comment.addCreatedAt(builder, value.createdAt());
            Comment.addText(builder, text);
            builder.finish(Comment.endComment(builder));
        }

        @Override
        public long write() {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (CommentValue value : handful) {
                    write(value);
                    sum += builder.offset();
                    Escape.memory();
                }
            }

            return sum;
        }

        @Override
        public long read(Blackhole sink) {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    Comment.getRootAsComment(all[i], comment);
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
                    Comment.getRootAsComment(all[i], comment);
                    long likeCount = comment.likeCount() + 1;
                    comment.mutateLikeCount(likeCount);
                    comment.mutateReplyCount(comment.replyCount() + 1);
                    sum += likeCount;
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (ByteBuffer buffer : all) {
                Comment.getRootAsComment(buffer, comment);
                long value = comment.postId() + comment.authorId();
                comment.mutateCreatedAt(value);
                sum += value;
            }
            return sum;
        }

        @Override
        public Record value(int index) {
            return value(all[index]);
        }

        @Override
        public Record written() {
            return value(builder.dataBuffer());
        }

        private CommentValue value(ByteBuffer buffer) {
            Comment.getRootAsComment(buffer, comment);
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
            return all[index].remaining();
        }
    }

    private static final class Posts implements Work {
        private final PostValue[] handful;
        private final FlatBufferBuilder builder = builder();
        private final Post post = new Post();
        private final ByteBuffer[] all;

        Posts(PostValue[] values) {
            handful = Values.handful(values);
            all = new ByteBuffer[values.length];
            for (int i = 0; i < values.length; i++) {
                write(values[i]);
                all[i] = copy(builder.dataBuffer());
            }
        }

        private void write(PostValue value) {
            builder.clear();
            int content = builder.createString(value.content());
            int mediaUrl = builder.createString(value.mediaUrl());
            Post.startPost(builder);
            Post.addPostId(builder, value.postId());
            Post.addAuthorId(builder, value.authorId());
            Post.addLikeCount(builder, value.likeCount());
            Post.addCommentCount(builder, value.commentCount());
            Post.addShareCount(builder, value.shareCount());
            Post.addViewCount(builder, value.viewCount());
            Post.addCreatedAt(builder, value.createdAt());
            Post.addUpdatedAt(builder, value.updatedAt());
            Post.addPostType(builder, value.postType());
            Post.addContent(builder, content);
            Post.addMediaUrl(builder, mediaUrl);
            Post.addVisibility(builder, value.visibility());
            builder.finish(Post.endPost(builder));
        }

        @Override
        public long write() {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (PostValue value : handful) {
                    write(value);
                    sum += builder.offset();
                    Escape.memory();
                }
            }

            return sum;
        }

        @Override
        public long read(Blackhole sink) {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    Post.getRootAsPost(all[i], post);
                    String content = post.content();
                    sink.consume(content);
                    String mediaUrl = post.mediaUrl();
                    sink.consume(mediaUrl);
                    sum += post.postId()
                            + post.authorId()
                            + post.postType()
                            + post.visibility()
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
                    Post.getRootAsPost(all[i], post);
                    long likeCount = post.likeCount() + 1;
                    post.mutateLikeCount(likeCount);
                    post.mutateViewCount(post.viewCount() + 1);
                    sum += likeCount;
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (ByteBuffer buffer : all) {
                Post.getRootAsPost(buffer, post);
                long value = post.likeCount() + post.commentCount();
                post.mutateUpdatedAt(value);
                sum += value;
            }
            return sum;
        }

        @Override
        public Record value(int index) {
            return value(all[index]);
        }

        @Override
        public Record written() {
            return value(builder.dataBuffer());
        }

        private PostValue value(ByteBuffer buffer) {
            Post.getRootAsPost(buffer, post);
            return new PostValue(
                    post.postId(),
                    post.authorId(),
                    post.postType(),
                    post.content(),
                    post.mediaUrl(),
                    post.visibility(),
                    post.likeCount(),
                    post.commentCount(),
                    post.shareCount(),
                    post.viewCount(),
                    post.createdAt(),
                    post.updatedAt());
        }

        @Override
        public int bytes(int index) {
            return all[index].remaining();
        }
    }
}
