package dev.proto2ffi.benchmarks.data;

import bench.ffi.Recording;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import social.ffi.Comment;
import social.ffi.Message;
import social.ffi.Notification;
import social.ffi.Post;
import social.ffi.Reaction;
import social.ffi.UserProfile;

/**
 * A struct whose memory is measured, and how a trip uses it. The twins write the same two numbers, in {@code
 * specimen.rs}: the first two fields, but for a user profile, whose second is a string.
 *
 * @param type the struct
 * @param allocate the generated {@code allocate}
 * @param over the generated {@code at}
 * @param write writes two numbers of 8 bytes, of which one is the first field
 * @param read reads the first field
 */
public record Specimen<T extends Struct>(
        StructType<T> type,
        Function<SegmentAllocator, T> allocate,
        Function<MemorySegment, T> over,
        ObjLongConsumer<T> write,
        ToLongFunction<T> read) {
    private static final List<Specimen<?>> ALL = List.of(
            new Specimen<>(
                    Reaction.TYPE,
                    Reaction::allocate,
                    Reaction::at,
                    (reaction, value) -> reaction.reactionId(value).userId(value),
                    Reaction::reactionId),
            new Specimen<>(
                    Notification.TYPE,
                    Notification::allocate,
                    Notification::at,
                    (notification, value) -> notification.notificationId(value).userId(value),
                    Notification::notificationId),
            new Specimen<>(
                    UserProfile.TYPE,
                    UserProfile::allocate,
                    UserProfile::at,
                    (profile, value) -> profile.userId(value).followerCount(value),
                    UserProfile::userId),
            new Specimen<>(
                    Comment.TYPE,
                    Comment::allocate,
                    Comment::at,
                    (comment, value) -> comment.commentId(value).postId(value),
                    Comment::commentId),
            new Specimen<>(
                    Message.TYPE,
                    Message::allocate,
                    Message::at,
                    (message, value) -> message.messageId(value).senderId(value),
                    Message::messageId),
            new Specimen<>(
                    Post.TYPE,
                    Post::allocate,
                    Post::at,
                    (post, value) -> post.postId(value).authorId(value),
                    Post::postId),
            new Specimen<>(
                    Recording.TYPE,
                    Recording::allocate,
                    Recording::at,
                    (recording, value) -> recording.recordingId(value).ownerId(value),
                    Recording::recordingId));

    /** The struct of that many bytes. */
    public static Specimen<?> of(long bytes) {
        return ALL.stream()
                .filter(specimen -> specimen.type().size() == bytes)
                .findFirst()
                .orElseThrow();
    }

    /**
     * What a trip does with its struct: two writes and a read. Before, the fence lets the compiler believe that code it
     * can't see has used the struct, and what it came from; see {@code PoolTrips}. What writes and reads is given from
     * variables of the loop: from fields it would be loaded again after each fence, and its class looked at, which takes
     * a fifth of a trip.
     */
    public static <T> long use(T struct, long value, ObjLongConsumer<T> write, ToLongFunction<T> read) {
        VarHandle.acquireFence();
        write.accept(struct, value);
        return read.applyAsLong(struct);
    }
}
