package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proto2ffi.runtime.LeaseException.Kind;
import dev.proto2ffi.runtime.social.Post;
import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the checked mode finds, mistake by mistake, and what it says. */
class CheckedPoolTest {
    @BeforeEach
    void onlyInTheCheckedMode() {
        assumeTrue(Checks.ON);
    }

    @Test
    void impliesSafeAccess() {
        assertThat(Access.RAW).isFalse();
    }

    @Test
    void aStructIsUsedAndGivenBackAsWithoutChecks() {
        try (StructPool<Post> pool = StructPool.builder(Post.TYPE).capacity(2).build()) {
            Post post = pool.acquire();
            post.postId(7).content("hello");
            assertThat(post.content()).isEqualTo("hello");
            assertThat(pool.inUse()).isEqualTo(1);
            pool.release(post);
            assertThat(pool.inUse()).isZero();
            try (Lease<Post> lease = pool.lease()) {
                assertThat(lease.get().postId()).isZero();
            }
            assertThat(pool.highWater()).isEqualTo(1);
        }
    }

    @Test
    void everythingDerivedFromAStructEndsWithItsLease() {
        try (StructPool<Post> pool = StructPool.ofConfined(Post.TYPE)) {
            Post post = pool.acquire().content("hello");
            MemorySegment segment = post.structSegment();
            MemorySegment content = post.contentSegment();
            StructArray<Post> array = Post.TYPE.array(segment);
            StructCursor<Post> cursor = array.cursor();
            StructCursor<Post> moved = array.cursor();
            moved.next();
            Post again = Post.at(segment);
            pool.release(post);

            assertUsedAfterRelease(post::postId);
            assertUsedAfterRelease(() -> post.postId(1));
            assertUsedAfterRelease(post::content);
            assertUsedAfterRelease(() -> post.content("x"));
            assertUsedAfterRelease(post::contentSize);
            assertUsedAfterRelease(post::contentSegment);
            assertUsedAfterRelease(() -> post.contentEquals(new byte[0]));
            assertUsedAfterRelease(post::structSegment);
            assertUsedAfterRelease(post::structAddress);
            assertUsedAfterRelease(post::toString);
            assertUsedAfterRelease(post::clear);
            assertUsedAfterRelease(() -> post.contentEquals(again));
            assertUsedAfterRelease(() -> again.copyFrom(post));
            assertUsedAfterRelease(again::postId);
            assertUsedAfterRelease(() -> array.get(0).postId());
            assertUsedAfterRelease(() -> array.iterator().next().postId());
            assertUsedAfterRelease(() -> array.subArray(0, 1).get(0).postId());
            assertUsedAfterRelease(array::segment);
            assertUsedAfterRelease(array::address);
            assertUsedAfterRelease(array::clear);
            assertUsedAfterRelease(() -> array.copyFrom(array));
            assertUsedAfterRelease(() -> array.stream().mapToLong(Post::postId).sum());
            assertUsedAfterRelease(moved.view()::postId);
            cursor.next();
            assertUsedAfterRelease(cursor.view()::postId);
            assertThatThrownBy(() -> segment.get(ValueLayout.JAVA_LONG, 0)).hasMessageContaining("closed");
            assertThatThrownBy(() -> content.get(ValueLayout.JAVA_BYTE, 0)).hasMessageContaining("closed");
            assertThatThrownBy(() -> Post.postId(segment, 0)).hasMessageContaining("closed");
        }
    }

    @Test
    void copyingIntoAReleasedStructIsFoundToo() {
        try (StructPool<Post> pool = StructPool.ofConfined(Post.TYPE);
                Arena arena = Arena.ofConfined()) {
            Post released = pool.acquire();
            Post source = Post.allocate(arena);
            pool.release(released);
            assertUsedAfterRelease(() -> released.copyFrom(source));
            assertUsedAfterRelease(() -> source.contentEquals(released));
        }
    }

    @Test
    void useAfterReleaseTellsBothStacks() {
        try (StructPool<Post> pool = StructPool.ofConfined(Post.TYPE)) {
            Post post = acquireHere(pool);
            releaseHere(pool, post);
            LeaseException thrown = catchThrowableOfType(LeaseException.class, post::postId);
            assertThat(thrown).hasMessageContaining("social.Post").hasMessageContaining("keep the struct until");
            assertThat(thrown.getCause()).hasMessageContaining("acquired by thread");
            assertThat(methods(thrown.getCause())).contains("acquireHere");
            assertThat(thrown.getSuppressed()[0]).hasMessageContaining("released by thread");
            assertThat(methods(thrown.getSuppressed()[0])).contains("releaseHere");
        }
    }

    @Test
    void aViewStaysDeadWhenItsSlotIsHandedOutAgain() {
        try (StructPool<Post> pool =
                StructPool.builder(Post.TYPE).capacity(1).zeroed(true).build()) {
            Post first = pool.acquire();
            pool.release(first);
            Post second = pool.acquire().postId(2);
            assertUsedAfterRelease(first::postId);
            assertThat(second.postId()).isEqualTo(2);
            assertThatThrownBy(() -> pool.release(first)).satisfies(kind(Kind.DOUBLE_RELEASE));
            pool.release(second);
        }
    }

    @Test
    void doubleReleaseTellsTheStacksOfAcquireAndFirstRelease() {
        try (StructPool<Post> pool = StructPool.ofConfined(Post.TYPE)) {
            Post post = acquireHere(pool);
            releaseHere(pool, post);
            LeaseException thrown = catchThrowableOfType(LeaseException.class, () -> pool.release(post));
            assertThat(thrown.kind()).isEqualTo(Kind.DOUBLE_RELEASE);
            assertThat(methods(thrown.getCause())).contains("acquireHere");
            assertThat(methods(thrown.getSuppressed()[0])).contains("releaseHere");
            assertThat(pool.inUse()).isZero();
        }
    }

    @Test
    void aLeaseClosedTwiceIsADoubleRelease() {
        try (StructPool<Post> pool = StructPool.ofConfined(Post.TYPE)) {
            Lease<Post> lease = pool.lease();
            lease.close();
            assertThatThrownBy(lease::close).satisfies(kind(Kind.DOUBLE_RELEASE));
        }
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void aStructOfAnotherPoolIsRefusedAndStaysInUse() {
        try (StructPool<Post> mine = StructPool.ofConfined(Post.TYPE);
                StructPool<Post> same = StructPool.ofConfined(Post.TYPE);
                StructPool<Reaction> other = StructPool.ofConfined(Reaction.TYPE)) {
            Post post = acquireHere(mine);
            LeaseException thrown = catchThrowableOfType(LeaseException.class, () -> same.release(post));
            assertThat(thrown.kind()).isEqualTo(Kind.FOREIGN_RELEASE);
            assertThat(thrown).hasMessageContaining("another pool of the same type");
            assertThat(methods(thrown.getCause())).contains("acquireHere");
            assertThatThrownBy(() -> ((StructPool) other).release(post))
                    .satisfies(kind(Kind.FOREIGN_RELEASE))
                    .hasMessageContaining("pool of social.Post")
                    .hasMessageContaining("pool of social.Reaction");
            assertThat(post.postId()).isZero();
            mine.release(post);
        }
    }

    @Test
    void aStructOfAnArenaIsRefused() {
        try (StructPool<Post> pool = StructPool.ofConfined(Post.TYPE);
                Arena arena = Arena.ofConfined()) {
            Post post = Post.allocate(arena);
            assertThatThrownBy(() -> pool.release(post))
                    .satisfies(kind(Kind.FOREIGN_RELEASE))
                    .hasMessageContaining("isn't of any pool");
        }
    }

    @Test
    void aViewDerivedFromTheStructIsRefusedAndTheStructStaysInUse() {
        try (StructPool<Post> pool = StructPool.ofConfined(Post.TYPE)) {
            Post post = pool.acquire();
            Post derived = Post.at(post.structSegment());
            assertThatThrownBy(() -> pool.release(derived))
                    .satisfies(kind(Kind.FOREIGN_RELEASE))
                    .hasMessageContaining("derived");
            assertThat(post.postId()).isZero();
            pool.release(post);
        }
    }

    @Test
    void anotherThreadMayNotUseAConfinedPool() {
        try (StructPool<Post> pool = StructPool.ofConfined(Post.TYPE)) {
            Post post = pool.acquire();
            assertThatThrownBy(() -> inAnotherThread(() -> pool.release(post)))
                    .hasRootCauseInstanceOf(WrongThreadException.class)
                    .rootCause()
                    .hasMessageContaining("make a pool for each thread");
            assertThatThrownBy(() -> inAnotherThread(pool::acquire)).hasRootCauseInstanceOf(WrongThreadException.class);
            assertThatThrownBy(() -> inAnotherThread(pool::close)).hasRootCauseInstanceOf(WrongThreadException.class);
            assertThatThrownBy(() -> inAnotherThread(post::postId)).hasRootCauseInstanceOf(WrongThreadException.class);
            pool.release(post);
        }
    }

    @Test
    void closingFreesTheMemoryAndThenTellsTheLeaksByTheirStacks() {
        StructPool<Post> pool = StructPool.ofConfined(Post.TYPE);
        List<Post> leaked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            leaked.add(acquireHere(pool));
        }
        leaked.add(pool.acquire());
        LeaseException thrown = catchThrowableOfType(LeaseException.class, pool::close);
        assertThat(thrown.kind()).isEqualTo(Kind.LEAK);
        assertThat(thrown).hasMessageContaining("4 structs were never given back");
        assertThat(thrown.getSuppressed()).hasSize(2);
        assertThat(thrown.getSuppressed()[0]).hasMessageContaining("3 of them acquired by thread");
        assertThat(methods(thrown.getSuppressed()[0])).contains("acquireHere");
        assertUsedAfterRelease(leaked.get(0)::postId);
        assertThat(pool.inUse()).isZero();
        assertThatThrownBy(pool::acquire).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ofManyDifferentStacksTenAreTold() {
        StructPool<Post> pool = StructPool.ofConfined(Post.TYPE);
        List<Post> leaked = new ArrayList<>();
        for (int depth = 0; depth < 12; depth++) {
            leaked.add(acquireBelow(pool, depth));
        }
        LeaseException thrown = catchThrowableOfType(LeaseException.class, pool::close);
        assertThat(thrown).hasMessageContaining("12 structs");
        assertThat(thrown.getSuppressed()).hasSize(LeakTally.STACKS);
        assertThat(leaked).hasSize(12);
    }

    @Test
    void aStructThatNothingHoldsGoesBackToItsPoolAndIsTold() throws InterruptedException {
        StructPool<Post> pool = StructPool.builder(Post.TYPE).capacity(1).build();
        acquireHere(pool).postId(9);
        awaitNoneInUse(pool);
        Post next = pool.acquire();
        assertThat(next.postId()).isZero();
        pool.release(next);
        LeaseException thrown = catchThrowableOfType(LeaseException.class, pool::close);
        assertThat(thrown.kind()).isEqualTo(Kind.LEAK);
        assertThat(thrown).hasMessageContaining("1 struct was");
        assertThat(methods(thrown.getSuppressed()[0])).contains("acquireHere");
    }

    @Test
    void theSlotOfALeakedStructIsNotUsedAgainWhileASegmentOfItIsHeld() throws InterruptedException {
        StructPool<Post> pool = StructPool.builder(Post.TYPE).capacity(1).build();
        MemorySegment held = pool.acquire().postId(9).structSegment();
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThatThrownBy(pool::acquire).isInstanceOf(PoolExhaustedException.class);
        assertThat(held.get(ValueLayout.JAVA_LONG, 0)).isEqualTo(9);
        assertThatThrownBy(pool::close).satisfies(kind(Kind.LEAK));
        assertThatThrownBy(() -> held.get(ValueLayout.JAVA_LONG, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void memoryThatNativeCodeReadsAfterReleaseIsFilled() {
        try (StructPool<Post> pool = StructPool.ofConfined(Post.TYPE)) {
            Post post = pool.acquire();
            MemorySegment memory = Pointers.memory().asSlice(post.structAddress(), Post.SIZE);
            pool.release(post);
            assertThat(memory.get(ValueLayout.JAVA_BYTE, 0)).isEqualTo(CheckedPool.RELEASED);
            assertThat(memory.get(ValueLayout.JAVA_BYTE, Post.SIZE - 1)).isEqualTo(CheckedPool.RELEASED);
        }
    }

    @Test
    void aPoolThatDoesNotZeroKeepsWhatTheLastUserLeft() {
        try (StructPool<Post> pool =
                StructPool.builder(Post.TYPE).capacity(1).zeroed(false).build()) {
            pool.release(pool.acquire().postId(5));
            Post next = pool.acquire();
            assertThat(next.postId()).isEqualTo(5);
            pool.release(next);
        }
    }

    @Test
    void aFallbackIsCheckedLikeAnyOtherStruct() {
        try (StructPool<Post> pool =
                StructPool.builder(Post.TYPE).capacity(1).fallBack().build()) {
            Post first = pool.acquire();
            Post second = pool.acquire().postId(2);
            assertThat(second.postId()).isEqualTo(2);
            pool.release(second);
            assertUsedAfterRelease(second::postId);
            assertThatThrownBy(() -> pool.release(second)).satisfies(kind(Kind.DOUBLE_RELEASE));
            pool.release(first);
        }
    }

    private static Post acquireHere(StructPool<Post> pool) {
        return pool.acquire();
    }

    private static void releaseHere(StructPool<Post> pool, Post post) {
        pool.release(post);
    }

    private static Post acquireBelow(StructPool<Post> pool, int depth) {
        return depth == 0 ? pool.acquire() : acquireBelow(pool, depth - 1);
    }

    private static void awaitNoneInUse(StructPool<?> pool) throws InterruptedException {
        for (int i = 0; i < 200 && pool.inUse() > 0; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(pool.inUse()).isZero();
    }

    private static void inAnotherThread(Runnable action) {
        CompletableFuture.runAsync(action).join();
    }

    private static List<String> methods(Throwable stack) {
        return Arrays.stream(stack.getStackTrace())
                .map(StackTraceElement::getMethodName)
                .toList();
    }

    private static Consumer<Throwable> kind(Kind expected) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        LeaseException.class, e -> assertThat(e.kind()).isEqualTo(expected));
    }

    private static void assertUsedAfterRelease(ThrowingCallable use) {
        assertThatThrownBy(use).satisfies(kind(Kind.USE_AFTER_RELEASE));
    }
}
