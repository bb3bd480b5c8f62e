package dev.proto2ffi.benchmarks.data;

import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructCursor;
import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import social.ffi.Comment;
import social.ffi.Notification;
import social.ffi.Reaction;

/** The data of the benchmarks, from a seed; for one thread. */
public final class Feed implements AutoCloseable {
    private static final long SEED = 2026;

    private final Arena arena = Arena.ofConfined();

    public final StructArray<Reaction> reactions;

    /** A feed of that many reactions. */
    public Feed(long count) {
        reactions = Reaction.allocateArray(arena, count);
        SplittableRandom random = new SplittableRandom(SEED);
        for (Reaction reaction : reactions) {
            reaction.reactionId(random.nextLong()).userId(random.nextLong()).targetId(random.nextLong());
            reaction.reactionTypeNumber(random.nextInt(6)).createdAt(random.nextLong());
        }
    }

    /**
     * Walks over arrays of other structs, for a number that depends on all of them. A program has more than one kind of
     * struct; a JVM that has seen only one would compile the shared code of arrays for that one alone.
     */
    public static long meetOtherStructs(int rounds) {
        long sum = 0;
        try (Arena other = Arena.ofConfined()) {
            StructArray<Comment> comments = Comment.allocateArray(other, 10);
            StructArray<Notification> notifications = Notification.allocateArray(other, 10);
            for (int round = 0; round < rounds; round++) {
                for (Comment comment : comments) {
                    sum += comment.likeCount(comment.likeCount() + 1).likeCount();
                }
                for (Notification notification : notifications) {
                    sum += notification.actorId(notification.actorId() + 1).actorId();
                }
                for (StructCursor<Comment> cursor = comments.cursor(); cursor.next(); ) {
                    sum += cursor.view().likeCount();
                }
                for (long i = 0; i < notifications.length(); i++) {
                    sum += notifications.get(i).actorId();
                }
            }
        }
        return sum;
    }

    @Override
    public void close() {
        arena.close();
    }
}
