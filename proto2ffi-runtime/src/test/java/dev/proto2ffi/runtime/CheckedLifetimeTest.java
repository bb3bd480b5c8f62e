package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long what a struct of a pool leads to lives in the checked mode, and what may not end it. */
class CheckedLifetimeTest {
    private static @Nullable StructPool<Reaction> calling;
    private static @Nullable Reaction argument;
    private static Runnable duringCall = () -> {};
    private static final List<Throwable> thrownDuringCall = new ArrayList<>();

    @BeforeEach
    void onlyInTheCheckedMode() {
        assumeTrue(Checks.ON);
        calling = null;
    }

    @Test
    void whatAStructsAllocatorGaveDiesWithItsLease() {
        try (StructPool<Linked> pool =
                StructPool.builder(Linked.TYPE).capacity(1).childBytes(64).build()) {
            Linked struct = pool.acquire();
            SegmentAllocator child = pool.allocator(struct);
            Linked pointed = Linked.TYPE.allocate(child).value(5);
            struct.pointer(Linked.NEXT, pointed);
            MemorySegment bytes = child.allocate(1_000);
            pool.release(struct);
            assertUsedAfterRelease(pointed::value);
            assertUsedAfterRelease(() -> child.allocate(8));
            assertUsedAfterRelease(() -> pool.allocator(struct));
            assertThatThrownBy(() -> bytes.get(ValueLayout.JAVA_BYTE, 0)).hasMessageContaining("closed");
        }
    }

    @Test
    void aLoopBehindAPointerThatHasBegunEndsToo() {
        try (StructPool<Linked> pool =
                StructPool.builder(Linked.TYPE).capacity(1).childBytes(64).build()) {
            Linked struct = pool.acquire();
            StructField reals = Linked.TYPE.fields().get(7);
            MemorySegment pair = pool.allocator(struct).allocate(16, 8);
            struct.span(Linked.REALS, pair.address(), 1);
            MemorySegment memory = Elements.memory(reals, struct.segment);
            assertThat(memory.get(ValueLayout.JAVA_LONG, pair.address())).isZero();
            pool.release(struct);
            assertThatThrownBy(() -> memory.get(ValueLayout.JAVA_LONG, pair.address()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStructThatANativeCallUsesCanNeitherBeReleasedNorFreed(boolean shared) throws Throwable {
        PoolBuilder<Reaction> builder = StructPool.builder(Reaction.TYPE).capacity(1);
        StructPool<Reaction> pool = shared ? builder.shared().build() : builder.build();
        Reaction struct = pool.acquire().reactionId(2).userId(1);
        calling = pool;
        argument = struct;
        thrownDuringCall.clear();
        sortPair(struct.structSegment());
        assertThat(thrownDuringCall)
                .hasSize(2)
                .allSatisfy(thrown -> assertThat(thrown)
                        .isInstanceOf(IllegalStateException.class)
                        .isNotInstanceOf(LeaseException.class)
                        .hasMessageContaining("native call"));
        assertThat(struct.reactionId()).isEqualTo(1);
        pool.release(struct);
        pool.close();
    }

    /** Whoever closes a pool while others acquire: nobody is left with a view that leads to freed memory. */
    @Test
    void closingWhileAnotherThreadAcquiresLeavesNoLivingView() {
        for (int i = 0; i < 200; i++) {
            StructPool<Reaction> pool =
                    StructPool.builder(Reaction.TYPE).capacity(256).shared().build();
            CountDownLatch begun = new CountDownLatch(1);
            List<Reaction> acquired = new ArrayList<>();
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                begun.countDown();
                assertThat(catchThrowable(() -> {
                            while (true) {
                                acquired.add(pool.acquire());
                            }
                        }))
                        .isInstanceOf(IllegalStateException.class);
            });
            assertThat(catchThrowable(begun::await)).isNull();
            Throwable closing = catchThrowable(pool::close);
            other.join();
            assertThat(closing == null || closing instanceof LeaseException).isTrue();
            acquired.forEach(struct -> assertUsedAfterRelease(struct::reactionId));
        }
    }

    /** The pool goes on, and so must the slots of those whose leases the attempt ended. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void structsThatAFailedCloseEndedCanBeAcquiredAgain(boolean shared) throws Throwable {
        PoolBuilder<Reaction> builder = StructPool.builder(Reaction.TYPE).capacity(20);
        StructPool<Reaction> pool = shared ? builder.shared().build() : builder.build();
        List<Reaction> structs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            structs.add(pool.acquire());
        }
        Reaction inCall = structs.get(7);
        calling = pool;
        argument = inCall;
        thrownDuringCall.clear();
        sortPair(inCall.structSegment());
        assertThat(thrownDuringCall).hasSize(2).doesNotContainNull();
        long ended = structs.stream()
                .filter(struct -> catchThrowable(struct::reactionId) != null)
                .count();
        assertThat(pool.inUse()).isEqualTo(20 - ended);
        List<Reaction> again = new ArrayList<>();
        for (int i = 0; i < ended; i++) {
            again.add(pool.acquire());
        }
        again.forEach(pool::release);
        pool.release(inCall);
        Throwable leaks = catchThrowable(pool::close);
        assertThat(leaks == null || leaks instanceof LeaseException).isTrue();
    }

    @Test
    void aScratchArenaSaysThatANativeCallUsesIt() throws Throwable {
        ScratchArena scratch = ScratchArena.ofConfined();
        List<Throwable> thrown = new ArrayList<>();
        try (ScratchArena.Frame frame = scratch.frame()) {
            MemorySegment pair = scratch.allocate(16, 8);
            duringCall = () -> {
                thrown.add(catchThrowable(scratch::close));
                duringCall = () -> {};
            };
            sortPair(pair);
            assertThat(frame).isNotNull();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("is closed");
        } finally {
            duringCall = () -> {};
        }
        assertThat(thrown)
                .singleElement()
                .satisfies(e -> assertThat(e)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("scratch arena: a native call is using its memory"));
        scratch.close();
        assertThat(scratch.bytesHeld()).isZero();
    }

    /** Sorts two longs by a comparison that is an upcall. */
    @SuppressWarnings("restricted")
    private static void sortPair(MemorySegment pair) throws Throwable {
        Linker linker = Linker.nativeLinker();
        AddressLayout pointer = ValueLayout.ADDRESS.withTargetLayout(ValueLayout.JAVA_LONG);
        FunctionDescriptor comparison = FunctionDescriptor.of(ValueLayout.JAVA_INT, pointer, pointer);
        MethodHandle compare =
                MethodHandles.lookup().findStatic(CheckedLifetimeTest.class, "compare", comparison.toMethodType());
        MethodHandle sort = linker.downcallHandle(
                linker.defaultLookup().find("qsort").orElseThrow(),
                FunctionDescriptor.ofVoid(
                        ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            sort.invokeExact(pair, 2L, 8L, linker.upcallStub(compare, comparison, arena));
        }
    }

    @SuppressWarnings("unused") // by native code
    private static int compare(MemorySegment a, MemorySegment b) {
        StructPool<Reaction> pool = calling;
        Reaction struct = argument;
        if (pool != null && struct != null) {
            thrownDuringCall.add(catchThrowable(() -> pool.release(struct)));
            thrownDuringCall.add(catchThrowable(pool::close));
        }
        duringCall.run();
        return Long.compare(a.get(ValueLayout.JAVA_LONG, 0), b.get(ValueLayout.JAVA_LONG, 0));
    }

    private static void assertUsedAfterRelease(Runnable use) {
        assertThatThrownBy(use::run)
                .isInstanceOfSatisfying(
                        LeaseException.class,
                        e -> assertThat(e.kind()).isEqualTo(LeaseException.Kind.USE_AFTER_RELEASE));
    }
}
