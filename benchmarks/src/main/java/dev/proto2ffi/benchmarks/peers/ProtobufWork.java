package dev.proto2ffi.benchmarks.peers;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.io.IOException;
import org.openjdk.jmh.infra.Blackhole;
import social.Social;

/**
 * protobuf-java: what is shared with native code are the encoded bytes. A write builds a message and encodes it into an array
 * that is used again, by {@link CodedOutputStream#newInstance(byte[])}, whose Javadoc promises that it is faster than any
 * stream. A read parses. An update has the message at hand, as a program that owns it would, but must build another and
 * encode all of that; a pass parses each message and can't write.
 */
final class ProtobufWork {
    private ProtobufWork() {}

    static Work of(Kind kind, Values values) {
        return switch (kind) {
            case REACTION -> new Reactions(values.reactions());
            case COMMENT -> new Comments(values.comments());
            case POST -> new Posts(values.posts());
        };
    }

    /** An encoded message, in an array of its own that is large enough for numbers to grow. */
    private static final class Encoded {
        private static final int CAPACITY = 640;

        private final byte[] bytes = new byte[CAPACITY];
        private int size;

        static Encoded[] array(int length) {
            Encoded[] array = new Encoded[length];
            for (int i = 0; i < length; i++) {
                array[i] = new Encoded();
            }
            return array;
        }

        void encode(MessageLite message) {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            try {
                message.writeTo(out);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            size = out.getTotalBytesWritten();
        }
    }

    private static final class Reactions implements Work {
        private final ReactionValue[] handful;
        private final Encoded written = new Encoded();
        private final Encoded[] all;
        private final Social.Reaction[] messages = new Social.Reaction[HANDFUL];

        Reactions(ReactionValue[] values) {
            handful = Values.handful(values);
            all = Encoded.array(values.length);
            for (int i = 0; i < values.length; i++) {
                all[i].encode(message(values[i]));
            }
            for (int i = 0; i < HANDFUL; i++) {
                messages[i] = message(values[i]);
            }
        }

        private static Social.Reaction message(ReactionValue value) {
            return Social.Reaction.newBuilder()
                    .setReactionId(value.reactionId())
                    .setUserId(value.userId())
                    .setTargetId(value.targetId())
                    .setReactionTypeValue(value.reactionType())
                    .setCreatedAt(value.createdAt())
                    .build();
        }

        private static Social.Reaction parse(Encoded encoded) {
            try {
                return Social.Reaction.parser().parseFrom(encoded.bytes, 0, encoded.size);
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public long write() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (ReactionValue value : handful) {
                    written.encode(message(value));
                    Escape.memory();
                }
            }

            return written.size;
        }

        @Override
        public long read(Blackhole sink) {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    Social.Reaction reaction = parse(all[i]);
                    sum += reaction.getReactionId()
                            + reaction.getUserId()
                            + reaction.getTargetId()
                            + reaction.getReactionTypeValue()
                            + reaction.getCreatedAt();
                }
            }

            return sum;
        }

        @Override
        public long update() {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    Social.Reaction reaction = messages[i].toBuilder()
                            .setTargetId(messages[i].getTargetId() + 1)
                            .setCreatedAt(messages[i].getCreatedAt() + 1)
                            .build();
                    messages[i] = reaction;
                    all[i].encode(reaction);
                    sum += reaction.getTargetId();
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (Encoded encoded : all) {
                Social.Reaction reaction = parse(encoded);
                sum += reaction.getUserId() + reaction.getTargetId();
            }
            return sum;
        }

        @Override
        public boolean scanWrites() {
            return false;
        }

        @Override
        public Record value(int index) {
            return value(parse(all[index]));
        }

        @Override
        public Record written() {
            return value(parse(written));
        }

        private static ReactionValue value(Social.Reaction reaction) {
            return new ReactionValue(
                    reaction.getReactionId(),
                    reaction.getUserId(),
                    reaction.getTargetId(),
                    reaction.getReactionTypeValue(),
                    reaction.getCreatedAt());
        }

        @Override
        public int bytes(int index) {
            return all[index].size;
        }
    }

    private static final class Comments implements Work {
        private final CommentValue[] handful;
        private final Encoded written = new Encoded();
        private final Encoded[] all;
        private final Social.Comment[] messages = new Social.Comment[HANDFUL];

        Comments(CommentValue[] values) {
            handful = Values.handful(values);
            all = Encoded.array(values.length);
            for (int i = 0; i < values.length; i++) {
                all[i].encode(message(values[i]));
            }
            for (int i = 0; i < HANDFUL; i++) {
                messages[i] = message(values[i]);
            }
        }

        private static Social.Comment message(CommentValue value) {
            return Social.Comment.newBuilder()
                    .setCommentId(value.commentId())
                    .setPostId(value.postId())
                    .setAuthorId(value.authorId())
                    .setParentCommentId(value.parentCommentId())
                    .setText(value.text())
                    .setLikeCount(value.likeCount())
                    .setReplyCount(value.replyCount())
                    .setCreatedAt(value.createdAt())
                    .build();
        }

        private static Social.Comment parse(Encoded encoded) {
            try {
                return Social.Comment.parser().parseFrom(encoded.bytes, 0, encoded.size);
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public long write() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (CommentValue value : handful) {
                    written.encode(message(value));
                    Escape.memory();
                }
            }

            return written.size;
        }

        @Override
        public long read(Blackhole sink) {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    Social.Comment comment = parse(all[i]);
                    String text = comment.getText();
                    sink.consume(text);
                    sum += comment.getCommentId()
                            + comment.getPostId()
                            + comment.getAuthorId()
                            + comment.getParentCommentId()
                            + comment.getLikeCount()
                            + comment.getReplyCount()
                            + comment.getCreatedAt()
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
                    Social.Comment comment = messages[i].toBuilder()
                            .setLikeCount(messages[i].getLikeCount() + 1)
                            .setReplyCount(messages[i].getReplyCount() + 1)
                            .build();
                    messages[i] = comment;
                    all[i].encode(comment);
                    sum += comment.getLikeCount();
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (Encoded encoded : all) {
                Social.Comment comment = parse(encoded);
                sum += comment.getPostId() + comment.getAuthorId();
            }
            return sum;
        }

        @Override
        public boolean scanWrites() {
            return false;
        }

        @Override
        public Record value(int index) {
            return value(parse(all[index]));
        }

        @Override
        public Record written() {
            return value(parse(written));
        }

        private static CommentValue value(Social.Comment comment) {
            return new CommentValue(
                    comment.getCommentId(),
                    comment.getPostId(),
                    comment.getAuthorId(),
                    comment.getParentCommentId(),
                    comment.getText(),
                    comment.getLikeCount(),
                    comment.getReplyCount(),
                    comment.getCreatedAt());
        }

        @Override
        public int bytes(int index) {
            return all[index].size;
        }
    }

    private static final class Posts implements Work {
        private final PostValue[] handful;
        private final Encoded written = new Encoded();
        private final Encoded[] all;
        private final Social.Post[] messages = new Social.Post[HANDFUL];

        Posts(PostValue[] values) {
            handful = Values.handful(values);
            all = Encoded.array(values.length);
            for (int i = 0; i < values.length; i++) {
                all[i].encode(message(values[i]));
            }
            for (int i = 0; i < HANDFUL; i++) {
                messages[i] = message(values[i]);
            }
        }

        private static Social.Post message(PostValue value) {
            return Social.Post.newBuilder()
                    .setPostId(value.postId())
                    .setAuthorId(value.authorId())
                    .setPostTypeValue(value.postType())
                    .setContent(value.content())
                    .setMediaUrl(value.mediaUrl())
                    .setVisibilityValue(value.visibility())
                    .setLikeCount(value.likeCount())
                    .setCommentCount(value.commentCount())
                    .setShareCount(value.shareCount())
                    .setViewCount(value.viewCount())
                    .setCreatedAt(value.createdAt())
                    .setUpdatedAt(value.updatedAt())
                    .build();
        }

        private static Social.Post parse(Encoded encoded) {
            try {
                return Social.Post.parser().parseFrom(encoded.bytes, 0, encoded.size);
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public long write() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (PostValue value : handful) {
                    written.encode(message(value));
                    Escape.memory();
                }
            }

            return written.size;
        }

        @Override
        public long read(Blackhole sink) {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    Social.Post post = parse(all[i]);
                    String content = post.getContent();
                    sink.consume(content);
                    String mediaUrl = post.getMediaUrl();
                    sink.consume(mediaUrl);
                    sum += post.getPostId()
                            + post.getAuthorId()
                            + post.getPostTypeValue()
                            + post.getVisibilityValue()
                            + post.getLikeCount()
                            + post.getCommentCount()
                            + post.getShareCount()
                            + post.getViewCount()
                            + post.getCreatedAt()
                            + post.getUpdatedAt()
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
                    Social.Post post = messages[i].toBuilder()
                            .setLikeCount(messages[i].getLikeCount() + 1)
                            .setViewCount(messages[i].getViewCount() + 1)
                            .build();
                    messages[i] = post;
                    all[i].encode(post);
                    sum += post.getLikeCount();
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (Encoded encoded : all) {
                Social.Post post = parse(encoded);
                sum += post.getLikeCount() + post.getCommentCount();
            }
            return sum;
        }

        @Override
        public boolean scanWrites() {
            return false;
        }

        @Override
        public Record value(int index) {
            return value(parse(all[index]));
        }

        @Override
        public Record written() {
            return value(parse(written));
        }

        private static PostValue value(Social.Post post) {
            return new PostValue(
                    post.getPostId(),
                    post.getAuthorId(),
                    post.getPostTypeValue(),
                    post.getContent(),
                    post.getMediaUrl(),
                    post.getVisibilityValue(),
                    post.getLikeCount(),
                    post.getCommentCount(),
                    post.getShareCount(),
                    post.getViewCount(),
                    post.getCreatedAt(),
                    post.getUpdatedAt());
        }

        @Override
        public int bytes(int index) {
            return all[index].size;
        }
    }
}
