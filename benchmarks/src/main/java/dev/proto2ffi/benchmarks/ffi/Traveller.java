package dev.proto2ffi.benchmarks.ffi;

import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructType;
import java.lang.foreign.SegmentAllocator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import social.ffi.Post;
import social.ffi.PostType;
import social.ffi.Reaction;
import social.ffi.ReactionType;
import social.ffi.UserProfile;
import social.ffi.Visibility;

/**
 * A struct that goes to a function of {@code ffi.c} and back.
 *
 * @param type the struct
 * @param allocate the generated {@code allocate}
 * @param fill writes every field
 * @param critical calls the function with the struct's address, critically
 * @param ordinary the same by an ordinary call
 * @param answer reads the field that the function wrote
 * @param function its name
 */
record Traveller<T extends Struct>(
        StructType<T> type,
        Function<SegmentAllocator, T> allocate,
        Fill<T> fill,
        Call critical,
        Call ordinary,
        ToLongFunction<T> answer,
        String function) {
    /** Writes numbers from {@code value} on, and the text into each string. */
    @FunctionalInterface
    interface Fill<T> {
        void fill(T struct, long value, String text);
    }

    /** A native call. */
    @FunctionalInterface
    interface Call {
        long visit(long address) throws Throwable;
    }

    private static final List<Traveller<?>> ALL = List.of(
            new Traveller<>(
                    Reaction.TYPE,
                    Reaction::allocate,
                    Traveller::fill,
                    address -> (long) Functions.VISIT_REACTION_CRITICAL.invokeExact(address),
                    address -> (long) Functions.VISIT_REACTION.invokeExact(address),
                    Reaction::createdAt,
                    "bench_ffi_visit_Reaction"),
            new Traveller<>(
                    UserProfile.TYPE,
                    UserProfile::allocate,
                    Traveller::fill,
                    address -> (long) Functions.VISIT_PROFILE_CRITICAL.invokeExact(address),
                    address -> (long) Functions.VISIT_PROFILE.invokeExact(address),
                    UserProfile::createdAt,
                    "bench_ffi_visit_UserProfile"),
            new Traveller<>(
                    Post.TYPE,
                    Post::allocate,
                    Traveller::fill,
                    address -> (long) Functions.VISIT_POST_CRITICAL.invokeExact(address),
                    address -> (long) Functions.VISIT_POST.invokeExact(address),
                    Post::createdAt,
                    "bench_ffi_visit_Post"));

    /** The struct of that many bytes. */
    static Traveller<?> of(long bytes) {
        return ALL.stream()
                .filter(traveller -> traveller.type().size() == bytes)
                .findFirst()
                .orElseThrow();
    }

    private static void fill(Reaction reaction, long value, String text) {
        reaction.reactionId(value)
                .userId(value + 1)
                .targetId(value + 2)
                .reactionType(ReactionType.LAUGH)
                .createdAt(value + 3);
    }

    private static void fill(UserProfile profile, long value, String text) {
        profile.userId(value)
                .username(text)
                .displayName(text)
                .bio(text)
                .avatarUrl(text)
                .followerCount(value + 1)
                .followingCount(value + 2)
                .postCount(value + 3)
                .createdAt(value + 4)
                .isVerified(true);
    }

    private static void fill(Post post, long value, String text) {
        post.postId(value)
                .authorId(value + 1)
                .postType(PostType.IMAGE)
                .content(text)
                .mediaUrl(text)
                .visibility(Visibility.FOLLOWERS)
                .likeCount(value + 2)
                .commentCount(value + 3)
                .shareCount(value + 4)
                .viewCount(value + 5)
                .createdAt(value + 6)
                .updatedAt(value + 7);
    }
}
