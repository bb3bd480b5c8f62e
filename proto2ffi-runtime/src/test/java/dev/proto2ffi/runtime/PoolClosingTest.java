package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What closing a pool does while others use fallbacks of it, or what its structs point to. */
class PoolClosingTest {
    private static Runnable duringCall = () -> {};

    private static <T extends Struct> StructPool<T> build(PoolBuilder<T> builder, boolean shared) {
        return (shared ? builder.shared() : builder).buildUnchecked();
    }

    /** Runs something once while native code has a segment. */
    @SuppressWarnings("restricted")
    private static @Nullable Throwable duringACallWith(MemorySegment pair, Runnable work) throws Throwable {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        duringCall = () -> {
            duringCall = () -> {};
            thrown.set(catchThrowable(work::run));
        };
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor comparison =
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
        MethodHandle compare =
                MethodHandles.lookup().findStatic(PoolClosingTest.class, "compare", comparison.toMethodType());
        MethodHandle sort = linker.downcallHandle(
                linker.defaultLookup().find("qsort").orElseThrow(),
                FunctionDescriptor.ofVoid(
                        ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            sort.invokeExact(pair, 2L, 8L, linker.upcallStub(compare, comparison, arena));
        }
        return thrown.get();
    }

    static int compare(MemorySegment a, MemorySegment b) {
        duringCall.run();
        return 0;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whileANativeCallUsesAFallbackAllElseIsFreed(boolean shared) throws Throwable {
        StructPool<Reaction> pool =
                build(StructPool.builder(Reaction.TYPE).capacity(1).fallBack(), shared);
        Reaction first = pool.acquire().reactionId(1);
        Reaction second = pool.acquire().reactionId(2);
        Throwable thrown = duringACallWith(second.structSegment(), pool::close);
        assertClosedBut(thrown, pool);
        assertThat(catchThrowable(first::reactionId)).isNotNull();
        assertThat(catchThrowable(second::reactionId)).isNotNull();
    }

    private static void assertClosedBut(@Nullable Throwable thrown, StructPool<?> pool) {
        assertThat(thrown)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed, but a native call is using");
        assertThat(pool.inUse()).isZero();
        assertThat(catchThrowable(pool::acquire)).hasMessageContaining("is closed; make another");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whileANativeCallUsesWhatAStructPointsToAllElseIsFreed(boolean shared) throws Throwable {
        StructPool<Linked> pool =
                build(StructPool.builder(Linked.TYPE).capacity(1).childBytes(64), shared);
        Linked struct = pool.acquire().value(4);
        MemorySegment pair = pool.allocator(struct).allocate(16, 8);
        assertClosedBut(duringACallWith(pair, pool::close), pool);
        assertThat(catchThrowable(struct::value)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatACallKeptFromBeingReleasedIsFreedWithThePool(boolean shared) throws Throwable {
        StructPool<Linked> pool =
                build(StructPool.builder(Linked.TYPE).capacity(1).childBytes(64).fallBack(), shared);
        pool.acquire();
        Linked fallback = pool.acquire();
        ScratchArena child = (ScratchArena) pool.allocator(fallback);
        Throwable thrown = duringACallWith(child.allocate(16, 8), () -> pool.release(fallback));
        assertThat(thrown)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a native call is using its memory");
        assertThat(child.bytesHeld()).isPositive();
        pool.close();
        assertThat(child.bytesHeld()).isZero();
    }

    /** Each frees what the other didn't: a fallback's own memory, and what it points to. */
    @Test
    void closingWhileAnotherThreadReleasesFallbacksIsDone() throws Exception {
        for (int round = 0; round < 300; round++) {
            StructPool<Linked> pool = build(
                    StructPool.builder(Linked.TYPE).capacity(1).childBytes(64).fallBack(), true);
            List<Linked> structs = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Linked struct = pool.acquire();
                pool.allocator(struct).allocate(16, 8);
                structs.add(struct);
            }
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Throwable> releasing = CompletableFuture.supplyAsync(() -> {
                assertThat(catchThrowable(start::await)).isNull();
                return catchThrowable(() -> structs.forEach(pool::release));
            });
            start.await();
            Throwable closing = catchThrowable(pool::close);
            Throwable released = releasing.join();
            assertThat(closing).as("round " + round).isNull();
            assertThat(released == null || released instanceof IllegalStateException)
                    .as("round " + round + ": " + released)
                    .isTrue();
        }
    }
}
