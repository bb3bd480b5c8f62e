package dev.proto2ffi.benchmarks.peers;

import dev.proto2ffi.benchmarks.peers.sbe.CommentDecoder;
import dev.proto2ffi.benchmarks.peers.sbe.CommentEncoder;
import dev.proto2ffi.benchmarks.peers.sbe.MessageHeaderDecoder;
import dev.proto2ffi.benchmarks.peers.sbe.MessageHeaderEncoder;
import dev.proto2ffi.benchmarks.peers.sbe.PostDecoder;
import dev.proto2ffi.benchmarks.peers.sbe.PostEncoder;
import dev.proto2ffi.benchmarks.peers.sbe.ReactionDecoder;
import dev.proto2ffi.benchmarks.peers.sbe.ReactionEncoder;
import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.infra.Blackhole;

/**
 * SBE with Agrona's buffers, as its authors advise: encoders and decoders are made once and moved from message to message, fields
 * are written and read in the order of the schema, buffers are direct. Messages have their header and stand one behind the
 * other; who frames them knows where each begins. Bounds are checked unless {@code -Dagrona.disable.bounds.checks=true}
 * says otherwise: the Raw benchmarks say so.
 */
final class SbeWork {
    /** Bytes that are enough for any of the messages. */
    private static final int CAPACITY = 640;

    private SbeWork() {}

    static Work of(Kind kind, Values values) {
        return switch (kind) {
            case REACTION -> new Reactions(values.reactions());
            case COMMENT -> new Comments(values.comments());
            case POST -> new Posts(values.posts());
        };
    }

    private static final class Reactions implements Work {
        private final ReactionValue[] handful;
        private final MessageHeaderEncoder header = new MessageHeaderEncoder();
        private final MessageHeaderDecoder readHeader = new MessageHeaderDecoder();
        private final ReactionEncoder encoder = new ReactionEncoder();
        private final ReactionDecoder decoder = new ReactionDecoder();
        private final UnsafeBuffer written = new UnsafeBuffer(ByteBuffer.allocateDirect(CAPACITY));
        private final UnsafeBuffer all;
        /** Where the messages begin in {@link #all}, and where the last one ends. */
        private final int[] offsets;

        Reactions(ReactionValue[] values) {
            handful = Values.handful(values);
            all = new UnsafeBuffer(ByteBuffer.allocateDirect(values.length * CAPACITY));
            offsets = new int[values.length + 1];
            for (int i = 0; i < values.length; i++) {
                offsets[i + 1] = offsets[i] + encode(all, offsets[i], values[i]);
            }
        }

        private int encode(UnsafeBuffer buffer, int offset, ReactionValue value) {
            encoder.wrapAndApplyHeader(buffer, offset, header)
                    .reactionId(value.reactionId())
                    .userId(value.userId())
                    .targetId(value.targetId())
                    .reactionType(value.reactionType())
                    .createdAt(value.createdAt());
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        }

        @Override
        public long write() {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (ReactionValue value : handful) {
                    sum += encode(written, 0, value);
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
                    decoder.wrapAndApplyHeader(all, offsets[i], readHeader);
                    sum += decoder.reactionId()
                            + decoder.userId()
                            + decoder.targetId()
                            + decoder.reactionType()
                            + decoder.createdAt();
                }
            }

            return sum;
        }

        @Override
        public long update() {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < HANDFUL; i++) {
                    int offset = offsets[i] + MessageHeaderEncoder.ENCODED_LENGTH;
                    decoder.wrapAndApplyHeader(all, offsets[i], readHeader);
                    encoder.wrap(all, offset);
                    long targetId = decoder.targetId() + 1;
                    encoder.targetId(targetId).createdAt(decoder.createdAt() + 1);
                    sum += targetId;
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (int i = 0; i < offsets.length - 1; i++) {
                decoder.wrapAndApplyHeader(all, offsets[i], readHeader);
                encoder.wrap(all, offsets[i] + MessageHeaderEncoder.ENCODED_LENGTH);
                long value = decoder.userId() + decoder.targetId();
                encoder.createdAt(value);
                sum += value;
            }
            return sum;
        }

        @Override
        public Record value(int index) {
            return value(all, offsets[index]);
        }

        @Override
        public Record written() {
            return value(written, 0);
        }

        private ReactionValue value(UnsafeBuffer buffer, int offset) {
            decoder.wrapAndApplyHeader(buffer, offset, readHeader);

            return new ReactionValue(
                    decoder.reactionId(),
                    decoder.userId(),
                    decoder.targetId(),
                    decoder.reactionType(),
                    decoder.createdAt());
        }

        @Override
        public int bytes(int index) {
            return offsets[index + 1] - offsets[index];
        }
    }

    private static final class Comments implements Work {
        private final CommentValue[] handful;
        private final MessageHeaderEncoder header = new MessageHeaderEncoder();
        private final MessageHeaderDecoder readHeader = new MessageHeaderDecoder();
        private final CommentEncoder encoder = new CommentEncoder();
        private final CommentDecoder decoder = new CommentDecoder();
        private final UnsafeBuffer written = new UnsafeBuffer(ByteBuffer.allocateDirect(CAPACITY));
        private final UnsafeBuffer all;
        /** Where the messages begin in {@link #all}, and where the last one ends. */
        private final int[] offsets;

        Comments(CommentValue[] values) {
            handful = Values.handful(values);
            all = new UnsafeBuffer(ByteBuffer.allocateDirect(values.length * CAPACITY));
            offsets = new int[values.length + 1];
            for (int i = 0; i < values.length; i++) {
                offsets[i + 1] = offsets[i] + encode(all, offsets[i], values[i]);
            }
        }

        private int encode(UnsafeBuffer buffer, int offset, CommentValue value) {
            encoder.wrapAndApplyHeader(buffer, offset, header)
                    .commentId(value.commentId())
                    .postId(value.postId())
                    .authorId(value.authorId())
                    .parentCommentId(value.parentCommentId())
                    .likeCount(value.likeCount())
                    .replyCount(value.replyCount())
                    .createdAt(value.createdAt())
                    .text(value.text());
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        }

        @Override
        public long write() {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (CommentValue value : handful) {
                    sum += encode(written, 0, value);
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
                    decoder.wrapAndApplyHeader(all, offsets[i], readHeader);
                    String text = decoder.text();
                    sink.consume(text);
                    sum += decoder.commentId()
                            + decoder.postId()
                            + decoder.authorId()
                            + decoder.parentCommentId()
                            + decoder.likeCount()
                            + decoder.replyCount()
                            + decoder.createdAt()
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
                    int offset = offsets[i] + MessageHeaderEncoder.ENCODED_LENGTH;
                    decoder.wrapAndApplyHeader(all, offsets[i], readHeader);
                    encoder.wrap(all, offset);
                    long likeCount = decoder.likeCount() + 1;
                    encoder.likeCount(likeCount).replyCount(decoder.replyCount() + 1);
                    sum += likeCount;
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (int i = 0; i < offsets.length - 1; i++) {
                decoder.wrapAndApplyHeader(all, offsets[i], readHeader);
                encoder.wrap(all, offsets[i] + MessageHeaderEncoder.ENCODED_LENGTH);
                long value = decoder.postId() + decoder.authorId();
                encoder.createdAt(value);
                sum += value;
            }
            return sum;
        }

        @Override
        public Record value(int index) {
            return value(all, offsets[index]);
        }

        @Override
        public Record written() {
            return value(written, 0);
        }

        private CommentValue value(UnsafeBuffer buffer, int offset) {
            decoder.wrapAndApplyHeader(buffer, offset, readHeader);
            String text = decoder.text();
            return new CommentValue(
                    decoder.commentId(),
                    decoder.postId(),
                    decoder.authorId(),
                    decoder.parentCommentId(),
                    text,
                    decoder.likeCount(),
                    decoder.replyCount(),
                    decoder.createdAt());
        }

        @Override
        public int bytes(int index) {
            return offsets[index + 1] - offsets[index];
        }
    }

    private static final class Posts implements Work {
        private final PostValue[] handful;
        private final MessageHeaderEncoder header = new MessageHeaderEncoder();
        private final MessageHeaderDecoder readHeader = new MessageHeaderDecoder();
        private final PostEncoder encoder = new PostEncoder();
        private final PostDecoder decoder = new PostDecoder();
        private final UnsafeBuffer written = new UnsafeBuffer(ByteBuffer.allocateDirect(CAPACITY));
        private final UnsafeBuffer all;
        /** Where the messages begin in {@link #all}, and where the last one ends. */
        private final int[] offsets;

        Posts(PostValue[] values) {
            handful = Values.handful(values);
            all = new UnsafeBuffer(ByteBuffer.allocateDirect(values.length * CAPACITY));
            offsets = new int[values.length + 1];
            for (int i = 0; i < values.length; i++) {
                offsets[i + 1] = offsets[i] + encode(all, offsets[i], values[i]);
            }
        }

        private int encode(UnsafeBuffer buffer, int offset, PostValue value) {
            encoder.wrapAndApplyHeader(buffer, offset, header)
                    .postId(value.postId())
                    .authorId(value.authorId())
                    .postType(value.postType())
                    .visibility(value.visibility())
                    .likeCount(value.likeCount())
                    .commentCount(value.commentCount())
                    .shareCount(value.shareCount())
                    .viewCount(value.viewCount())
                    .createdAt(value.createdAt())
                    .updatedAt(value.updatedAt())
                    .content(value.content())
                    .mediaUrl(value.mediaUrl());
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        }

        @Override
        public long write() {
            long sum = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                for (PostValue value : handful) {
                    sum += encode(written, 0, value);
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
                    decoder.wrapAndApplyHeader(all, offsets[i], readHeader);
                    String content = decoder.content();
                    sink.consume(content);
                    String mediaUrl = decoder.mediaUrl();
                    sink.consume(mediaUrl);
                    sum += decoder.postId()
                            + decoder.authorId()
                            + decoder.postType()
                            + decoder.visibility()
                            + decoder.likeCount()
                            + decoder.commentCount()
                            + decoder.shareCount()
                            + decoder.viewCount()
                            + decoder.createdAt()
                            + decoder.updatedAt()
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
                    int offset = offsets[i] + MessageHeaderEncoder.ENCODED_LENGTH;
                    decoder.wrapAndApplyHeader(all, offsets[i], readHeader);
                    encoder.wrap(all, offset);
                    long likeCount = decoder.likeCount() + 1;
                    encoder.likeCount(likeCount).viewCount(decoder.viewCount() + 1);
                    sum += likeCount;
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (int i = 0; i < offsets.length - 1; i++) {
                decoder.wrapAndApplyHeader(all, offsets[i], readHeader);
                encoder.wrap(all, offsets[i] + MessageHeaderEncoder.ENCODED_LENGTH);
                long value = decoder.likeCount() + decoder.commentCount();
                encoder.updatedAt(value);
                sum += value;
            }
            return sum;
        }

        @Override
        public Record value(int index) {
            return value(all, offsets[index]);
        }

        @Override
        public Record written() {
            return value(written, 0);
        }

        private PostValue value(UnsafeBuffer buffer, int offset) {
            decoder.wrapAndApplyHeader(buffer, offset, readHeader);
            String content = decoder.content();
            String mediaUrl = decoder.mediaUrl();
            return new PostValue(
                    decoder.postId(),
                    decoder.authorId(),
                    decoder.postType(),
                    content,
                    mediaUrl,
                    decoder.visibility(),
                    decoder.likeCount(),
                    decoder.commentCount(),
                    decoder.shareCount(),
                    decoder.viewCount(),
                    decoder.createdAt(),
                    decoder.updatedAt());
        }

        @Override
        public int bytes(int index) {
            return offsets[index + 1] - offsets[index];
        }
    }
}
