package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The allocator of a pooled struct, between the thread that has the struct and the one that closes the pool. */
@Timeout(60)
class ChildArenaTest {
    @Test
    void resettingKeepsTheFirstBlockAndClosingNothing() {
        ChildArena child = withTwoBlocks();
        child.reset();
        assertThat(child.arena().bytesHeld()).isEqualTo(64);
        assertThat(child.arena().bytesInUse()).isZero();
        child.close();
        assertThat(child.arena().bytesHeld()).isZero();
        child.reset(); // neither does anything any more
        child.close();
    }

    /** A reset that frees the second block takes long enough for the other thread to come in its midst. */
    @Test
    void closingWhileItIsResetFreesAllOfIt() throws Exception {
        for (int round = 0; round < 1_000; round++) {
            ChildArena child = withTwoBlocks();
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Throwable> resetting = CompletableFuture.supplyAsync(() -> catchThrowable(() -> {
                start.await();
                child.reset();
            }));
            start.await();
            Throwable closing = catchThrowable(child::close);
            assertThat(resetting.join()).as("round " + round).isNull();
            assertThat(closing).as("round " + round).isNull();
            assertThat(child.arena().bytesHeld()).as("round " + round).isZero();
        }
    }

    private static ChildArena withTwoBlocks() {
        ChildArena child = new ChildArena(64, true);
        child.arena().allocate(16, 8);
        child.arena().allocate(1_000, 8);
        return child;
    }
}
