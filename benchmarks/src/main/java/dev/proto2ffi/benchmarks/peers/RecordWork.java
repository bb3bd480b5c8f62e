package dev.proto2ffi.benchmarks.peers;

import org.openjdk.jmh.infra.Blackhole;

/**
 * Records on the heap: the fastest that Java has for Java alone, and nothing that native code could see. They can't be
 * changed: a write and an update make a new one, which shares the texts with the old one; a pass only reads.
 */
final class RecordWork {
    private RecordWork() {}

    static Work of(Kind kind, Values values) {
        return switch (kind) {
            case REACTION -> new Reactions(values.reactions());
            case COMMENT -> new Comments(values.comments());
            case POST -> new Posts(values.posts());
        };
    }

    private static final class Reactions implements Work {
        private final ReactionValue[] handful;
        private final ReactionValue[] all;
        private ReactionValue written;

        Reactions(ReactionValue[] values) {
            handful = Values.handful(values);
            all = values.clone();
            written = values[0];
        }

        @Override
        public long write() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (ReactionValue reaction : handful) {
                    written = new ReactionValue(
                            reaction.reactionId(),
                            reaction.userId(),
                            reaction.targetId(),
                            reaction.reactionType(),
                            reaction.createdAt());
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
                    ReactionValue reaction = all[i];
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
                    ReactionValue reaction = all[i];
                    all[i] = new ReactionValue(
                            reaction.reactionId(),
                            reaction.userId(),
                            reaction.targetId() + 1,
                            reaction.reactionType(),
                            reaction.createdAt() + 1);
                    sum += all[i].targetId();
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (ReactionValue reaction : all) {
                sum += reaction.userId() + reaction.targetId();
            }
            return sum;
        }

        @Override
        public boolean scanWrites() {
            return false;
        }

        @Override
        public Record value(int index) {
            return all[index];
        }

        @Override
        public Record written() {
            return written;
        }
    }

    private static final class Comments implements Work {
        private final CommentValue[] handful;
        private final CommentValue[] all;
        private CommentValue written;

        Comments(CommentValue[] values) {
            handful = Values.handful(values);
            all = values.clone();
            written = values[0];
        }

        @Override
        public long write() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (CommentValue comment : handful) {
                    written = new CommentValue(
                            comment.commentId(),
                            comment.postId(),
                            comment.authorId(),
                            comment.parentCommentId(),
                            comment.text(),
                            comment.likeCount(),
                            comment.replyCount(),
                            comment.createdAt());
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
                    CommentValue comment = all[i];
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
                    CommentValue comment = all[i];
                    all[i] = new CommentValue(
                            comment.commentId(),
                            comment.postId(),
                            comment.authorId(),
                            comment.parentCommentId(),
                            comment.text(),
                            comment.likeCount() + 1,
                            comment.replyCount() + 1,
                            comment.createdAt());
                    sum += all[i].likeCount();
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (CommentValue comment : all) {
                sum += comment.postId() + comment.authorId();
            }
            return sum;
        }

        @Override
        public boolean scanWrites() {
            return false;
        }

        @Override
        public Record value(int index) {
            return all[index];
        }

        @Override
        public Record written() {
            return written;
        }
    }

    private static final class Posts implements Work {
        private final PostValue[] handful;
        private final PostValue[] all;
        private PostValue written;

        Posts(PostValue[] values) {
            handful = Values.handful(values);
            all = values.clone();
            written = values[0];
        }

        @Override
        public long write() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (PostValue post : handful) {
                    written = new PostValue(
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
                    PostValue post = all[i];
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
                    PostValue post = all[i];
                    all[i] = new PostValue(
                            post.postId(),
                            post.authorId(),
                            post.postType(),
                            post.content(),
                            post.mediaUrl(),
                            post.visibility(),
                            post.likeCount() + 1,
                            post.commentCount(),
                            post.shareCount(),
                            post.viewCount() + 1,
                            post.createdAt(),
                            post.updatedAt());
                    sum += all[i].likeCount();
                }
            }

            return sum;
        }

        @Override
        public long scan() {
            long sum = 0;
            for (PostValue post : all) {
                sum += post.likeCount() + post.commentCount();
            }
            return sum;
        }

        @Override
        public boolean scanWrites() {
            return false;
        }

        @Override
        public Record value(int index) {
            return all[index];
        }

        @Override
        public Record written() {
            return written;
        }
    }
}
