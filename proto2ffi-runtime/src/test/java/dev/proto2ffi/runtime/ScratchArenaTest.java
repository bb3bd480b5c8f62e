package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proto2ffi.runtime.social.Post;
import dev.proto2ffi.runtime.social.PostType;
import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ScratchArenaTest {
    private static final byte DIRT = 0x55;

    @Test
    void structsStandSideBySideAndAreWritable() {
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            Reaction first = Reaction.allocate(scratch).reactionId(1).createdAt(-1);
            Reaction second = Reaction.allocate(scratch).reactionId(2);
            assertThat(second.structAddress()).isEqualTo(first.structAddress() + Reaction.SIZE);
            assertThat(first.reactionId()).isEqualTo(1);
            assertThat(first.createdAt()).isEqualTo(-1);
            assertThat(second.createdAt()).isZero();
            assertThat(first.structSegment().byteSize()).isEqualTo(Reaction.SIZE);
            assertThat(scratch.bytesInUse()).isEqualTo(2 * Reaction.SIZE);
        }
    }

    @Test
    void whatIsAllocatedAfterAResetIsTheSameMemoryZeroed() {
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            long address = Reaction.allocate(scratch).userId(-1).structAddress();
            scratch.reset();
            Reaction next = Reaction.allocate(scratch);
            assertThat(next.structAddress()).isEqualTo(address);
            assertThat(next.userId()).isZero();
            assertThat(scratch.bytesInUse()).isEqualTo(Reaction.SIZE);
        }
    }

    @Test
    void marksNest() {
        try (ScratchArena scratch = ScratchArena.ofConfined(100)) {
            Reaction kept = Reaction.allocate(scratch).reactionId(7);
            for (int i = 0; i < 10; i++) {
                long outer = scratch.mark();
                Reaction outerOne = Reaction.allocate(scratch).reactionId(8);
                for (int j = 0; j < 10; j++) {
                    long inner = scratch.mark();
                    Reaction.allocate(scratch).reactionId(j);
                    scratch.allocate(1_000L * j, 8).fill(DIRT);
                    scratch.reset(inner);
                }
                assertThat(outerOne.reactionId()).isEqualTo(8);
                scratch.reset(outer);
                assertThat(scratch.bytesInUse()).isEqualTo(Reaction.SIZE);
            }
            assertThat(kept.reactionId()).isEqualTo(7);
        }
    }

    @Test
    void framesNest() {
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            Reaction.allocate(scratch);
            try (var outer = scratch.frame()) {
                assertThat(outer).isNotNull();
                Reaction view = Reaction.allocate(scratch).reactionId(3);
                try (var inner = scratch.frame()) {
                    assertThat(inner).isNotSameAs(outer);
                    Reaction.allocate(scratch).reactionId(4);
                }
                assertThat(view.reactionId()).isEqualTo(3);
                assertThat(scratch.bytesInUse()).isEqualTo(2 * Reaction.SIZE);
            }
            assertThat(scratch.bytesInUse()).isEqualTo(Reaction.SIZE);
        }
    }

    @Test
    void framesThatAreClosedOutOfOrderOrTwiceAreRefused() {
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            ScratchArena.Frame outer = scratch.frame();
            ScratchArena.Frame inner = scratch.frame();
            assertThatThrownBy(outer::close)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("opened later is still open")
                    .hasMessageContaining("try (var frame = scratch.frame())");
            inner.close();
            assertThatThrownBy(inner::close)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed already");
            ScratchArena.Frame sibling = scratch.frame();
            assertThatThrownBy(inner::close).isInstanceOf(IllegalStateException.class);
            sibling.close();
            outer.close();
        }
    }

    @Test
    void nobodyResetsBelowAnOpenFrame() {
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            long mark = scratch.mark();
            Reaction.allocate(scratch);
            try (var frame = scratch.frame()) {
                assertThat(frame).isNotNull();
                assertThatThrownBy(scratch::reset)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("opened after mark 0 is still open");
                assertThatThrownBy(() -> scratch.reset(mark)).isInstanceOf(IllegalStateException.class);
            }
            scratch.reset(mark);
            assertThat(scratch.bytesInUse()).isZero();
        }
    }

    @Test
    void marksThatAreNoneAreRefused() {
        try (ScratchArena scratch = ScratchArena.ofConfined(64)) {
            assertThatThrownBy(() -> scratch.reset(-1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("-1 is no mark of this arena")
                    .hasMessageContaining("0 bytes are in use");
            assertThatThrownBy(() -> scratch.reset(1)).isInstanceOf(IllegalArgumentException.class);
            Reaction.allocate(scratch);
            scratch.allocate(100);
            long late = scratch.mark();
            scratch.reset();
            assertThatThrownBy(() -> scratch.reset(late)).hasMessageContaining("a reset made it invalid");
            assertThatThrownBy(() -> scratch.reset(Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> scratch.reset(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
            Reaction.allocate(scratch);
            assertThatThrownBy(() -> scratch.reset(Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> scratch.reset(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void sizesAndAlignmentsAreChecked() {
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            for (int round = 0; round < 2; round++) {
                assertThatThrownBy(() -> scratch.allocate(-1, 8))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("size -1 is negative");
                for (long alignment : new long[] {0, -8, 3, 24, Long.MIN_VALUE}) {
                    assertThatThrownBy(() -> scratch.allocate(8, alignment))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("alignment " + alignment + " is not a power of two");
                }
                scratch.allocate(8);
            }
        }
    }

    @Test
    void anyPowerOfTwoIsAnAlignment() {
        try (ScratchArena scratch = ScratchArena.ofConfined(256)) {
            for (long alignment = 1; alignment <= 1 << 20; alignment *= 2) {
                scratch.allocate(1, 1);
                assertThat(scratch.allocate(3, alignment).address() % alignment).isZero();
            }
        }
    }

    @Test
    void allocationsOfNothingAreEmptySegments() {
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            assertThat(scratch.allocate(0, 1).byteSize()).isZero();
            scratch.allocate(8);
            assertThat(scratch.allocate(0, 8).byteSize()).isZero();
            assertThat(Reaction.allocateArray(scratch, 0).length()).isZero();
        }
    }

    @Test
    void itGrowsByBlocksThatDouble() {
        try (ScratchArena scratch = ScratchArena.ofConfined(1_024)) {
            assertThat(scratch.bytesHeld()).isZero();
            List<Reaction> all = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                all.add(Reaction.allocate(scratch).reactionId(i).createdAt(-i));
            }
            assertThat(scratch.bytesHeld()).isEqualTo(1_024 * (1 + 2 + 4 + 8 + 16 + 32));
            for (int i = 0; i < 1_000; i++) {
                assertThat(all.get(i).reactionId()).isEqualTo(i);
                assertThat(all.get(i).createdAt()).isEqualTo(-i);
            }
            assertThat(scratch.bytesInUse()).isBetween(40_000L, scratch.bytesHeld());
        }
    }

    @Test
    void anAllocationBeyondTheNextBlockHasOneOfItsOwn() {
        try (ScratchArena scratch = ScratchArena.ofConfined(1_024)) {
            scratch.allocate(8);
            MemorySegment large = scratch.allocate(1_000_000, 8);
            assertThat(large.byteSize()).isEqualTo(1_000_000);
            assertThat(scratch.bytesHeld()).isEqualTo(1_024 + 1_000_000);
        }
    }

    @Test
    void aResetKeepsWhatIsOftenNeededAndFreesTheRest() {
        try (ScratchArena scratch = ScratchArena.ofConfined(1_024)) {
            scratch.allocate(8);
            scratch.allocate(15_000);
            assertThat(scratch.bytesHeld()).isEqualTo(1_024 + 15_000);
            scratch.reset();
            assertThat(scratch.bytesHeld()).isEqualTo(1_024 + 15_000);
            scratch.allocate(8);
            scratch.allocate(14_000);
            scratch.allocate(14_000);
            assertThat(scratch.bytesHeld()).isEqualTo(1_024 + 15_000 + 30_000);
            scratch.reset();
            assertThat(scratch.bytesHeld()).isEqualTo(1_024 + 15_000);
        }
    }

    @Test
    void aFirstBlockThatIsHugeGoesBackToo() {
        try (ScratchArena scratch = ScratchArena.ofConfined(1_024)) {
            scratch.allocate(1_000_000);
            scratch.reset();
            assertThat(scratch.bytesHeld()).isZero();
            try (var frame = scratch.frame()) {
                assertThat(frame).isNotNull();
                scratch.allocate(1_000_000);
            }
            assertThat(scratch.bytesHeld()).isZero();
            Reaction.allocate(scratch).userId(1);
            assertThat(scratch.bytesHeld()).isEqualTo(1_024);
        }
    }

    @Test
    void anInnerFramesPeakGoesBackWhileTheOuterOneStaysOpen() {
        try (ScratchArena scratch = ScratchArena.ofConfined(1_024)) {
            Reaction kept = Reaction.allocate(scratch).userId(5);
            try (var outer = scratch.frame()) {
                assertThat(outer).isNotNull();
                for (int i = 0; i < 5; i++) {
                    try (var inner = scratch.frame()) {
                        assertThat(inner).isNotNull();
                        scratch.allocate(500_000);
                        scratch.allocate(500_000);
                        assertThat(scratch.bytesHeld()).isGreaterThanOrEqualTo(1_000_000);
                    }
                    assertThat(scratch.bytesHeld()).isEqualTo(1_024);
                }
            }
            assertThat(kept.userId()).isEqualTo(5);
        }
    }

    @Test
    void theChildAllocatorOfALeaseKeepsItsFirstBlockOnly() {
        for (boolean shared : new boolean[] {false, true}) {
            try (ScratchArena child = ScratchArena.forLease(1_024, shared)) {
                for (int i = 0; i < 3; i++) {
                    child.reset();
                    child.allocate(1_000).fill(DIRT);
                    child.allocate(2_000);
                    child.allocate(4_000);
                    assertThat(child.bytesHeld()).isEqualTo(1_024 + 2_048 + 4_096);
                    child.reset();
                    assertThat(child.bytesHeld()).isEqualTo(1_024);
                    assertThat(child.allocate(1_000).mismatch(MemorySegment.ofArray(new byte[1_000])))
                            .isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void theSharedChildAllocatorServesAnyThread() throws InterruptedException {
        try (ScratchArena child = ScratchArena.forLease(64, true)) {
            child.allocate(8).set(ValueLayout.JAVA_LONG, 0, 1);
            AtomicReference<MemorySegment> given = new AtomicReference<>();
            Thread other = new Thread(() -> given.set(child.allocate(100)));
            other.start();
            other.join();
            given.get().set(ValueLayout.JAVA_LONG_UNALIGNED, 0, 2);
            child.reset();
            assertThat(child.bytesInUse()).isZero();
        }
    }

    @Test
    void beyondItsLimitItThrowsAndSaysWhatToDo() {
        try (ScratchArena scratch =
                ScratchArena.builder().blockBytes(1_000).maxBytes(2_500).build()) {
            scratch.allocate(1_000, 1);
            scratch.allocate(1_500, 1);
            assertThatThrownBy(() -> scratch.allocate(1, 1))
                    .isInstanceOf(PoolExhaustedException.class)
                    .hasMessageContaining("no room for 1 bytes, with 2500 of at most 2500 held")
                    .hasMessageContaining("raise maxBytes");
            scratch.reset();
            assertThat(scratch.allocate(1_500, 1).byteSize()).isEqualTo(1_500);
            assertThatThrownBy(() -> scratch.allocate(2_501)).isInstanceOf(PoolExhaustedException.class);
        }
    }

    @Test
    void theLimitMakesRoomByFreeingBlocksThatAreTooSmall() {
        try (ScratchArena scratch =
                ScratchArena.builder().blockBytes(1_000).maxBytes(4_000).build()) {
            scratch.allocate(1_000, 1);
            scratch.allocate(2_000, 1);
            scratch.reset();
            scratch.allocate(1, 1);
            assertThat(scratch.allocate(3_000, 1).byteSize()).isEqualTo(3_000);
            assertThat(scratch.bytesHeld()).isEqualTo(4_000);
        }
    }

    @Test
    void theGapBeforeAnAlignedAllocationIsWithinTheLimit() {
        long mebibyte = 1 << 20;
        try (ScratchArena scratch =
                ScratchArena.builder().blockBytes(1_000).maxBytes(3 * mebibyte).build()) {
            assertThat(scratch.allocate(8, mebibyte).address() % mebibyte).isZero();
            assertThat(scratch.bytesHeld()).isBetween(mebibyte - 64, mebibyte);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 4; i++) {
                            scratch.allocate(mebibyte / 2, mebibyte).fill(DIRT);
                        }
                    })
                    .isInstanceOf(PoolExhaustedException.class);
            assertThat(scratch.bytesHeld()).isLessThanOrEqualTo(3 * mebibyte);
        }
    }

    @Test
    void choicesAreChecked() {
        assertThatThrownBy(() -> ScratchArena.ofConfined(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blockBytes 0 must be above 0");
        assertThatThrownBy(() -> ScratchArena.builder().maxBytes(-1)).hasMessageContaining("maxBytes -1");
    }

    @Test
    void outOfMemorySaysHowMuchAndLeavesTheArenaUsable() {
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            Reaction view = Reaction.allocate(scratch).userId(6);
            assertThatThrownBy(() -> scratch.allocate(1L << 46))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessageContaining("scratch arena: no native memory for " + (1L << 46) + " bytes");
            assertThat(Reaction.allocate(scratch).userId()).isZero();
            assertThat(view.userId()).isEqualTo(6);
        }
    }

    @Test
    void aClosedArenaThrows() {
        ScratchArena scratch = ScratchArena.ofConfined();
        MemorySegment segment = scratch.allocate(8);
        Reaction view = Reaction.allocate(scratch);
        assertThat(scratch.scope().isAlive()).isTrue();
        scratch.close();
        assertThat(scratch.scope().isAlive()).isFalse();
        assertThat(scratch.bytesHeld()).isZero();
        assertThatThrownBy(() -> segment.get(ValueLayout.JAVA_LONG, 0)).isInstanceOf(IllegalStateException.class);
        if (!Access.RAW) {
            assertThatThrownBy(view::userId).isInstanceOf(IllegalStateException.class);
        }
        for (Runnable use : new Runnable[] {
            () -> scratch.allocate(8),
            () -> scratch.allocate(0),
            () -> Reaction.allocate(scratch),
            scratch::mark,
            scratch::frame,
            scratch::reset,
            scratch::close
        }) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("scratch arena is closed; make another");
        }
        ScratchArena unused = ScratchArena.ofConfined();
        unused.close();
        assertThat(unused.scope().isAlive()).isFalse();
        assertThatThrownBy(unused::close).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anyThreadMayAskForTheScopeBeforeItIsClosed() throws InterruptedException {
        ScratchArena scratch = ScratchArena.ofConfined();
        Reaction.allocate(scratch);
        AtomicReference<MemorySegment.Scope> seen = new AtomicReference<>();
        Thread other = new Thread(() -> seen.set(scratch.scope()));
        other.start();
        other.join();
        assertThat(seen.get().isAlive()).isTrue();
        scratch.close();
        assertThat(seen.get().isAlive()).isFalse();
        assertThat(scratch.scope()).isEqualTo(seen.get());
    }

    @Test
    void otherThreadsAreRefusedWithAdvice() throws InterruptedException {
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            Reaction.allocate(scratch);
            ScratchArena.Frame frame = scratch.frame();
            List<Throwable> thrown = new ArrayList<>();
            Thread other = new Thread(() -> {
                for (Runnable use : new Runnable[] {
                    () -> scratch.allocate(8),
                    () -> Reaction.allocate(scratch),
                    scratch::mark,
                    scratch::frame,
                    frame::close,
                    scratch::reset,
                    scratch::close
                }) {
                    try {
                        use.run();
                        thrown.add(new AssertionError("nothing thrown"));
                    } catch (WrongThreadException e) {
                        thrown.add(e);
                    }
                }
            });
            other.start();
            other.join();
            assertThat(thrown)
                    .hasSize(7)
                    .allSatisfy(e -> assertThat(e)
                            .isInstanceOf(WrongThreadException.class)
                            .hasMessageContaining("belongs to thread")
                            .hasMessageContaining("ScratchArena.ofThread()"));
            frame.close();
        }
    }

    @Test
    void aThreadHasOneArenaThatCannotBeClosed() throws InterruptedException {
        ScratchArena mine = ScratchArena.ofThread();
        assertThat(ScratchArena.ofThread()).isSameAs(mine);
        AtomicReference<ScratchArena> other = new AtomicReference<>();
        Thread thread = Thread.ofVirtual().start(() -> other.set(ScratchArena.ofThread()));
        thread.join();
        assertThat(other.get()).isNotNull().isNotSameAs(mine);
        assertThatThrownBy(mine::close)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("lives as long as its thread");
        try (var frame = mine.frame()) {
            assertThat(frame).isNotNull();
            assertThat(Reaction.allocate(mine).userId(3).userId()).isEqualTo(3);
        }
    }

    @Test
    void notZeroedMemoryKeepsItsNumbersButNoText() {
        try (ScratchArena scratch = ScratchArena.builder().zeroed(false).build()) {
            scratch.allocate(20_000).fill(DIRT);
            scratch.reset();
            assertThat(Reaction.allocate(scratch).userId()).isEqualTo(0x5555555555555555L);
            Post post = Post.allocate(scratch);
            assertThat(post.content()).isEmpty();
            assertThat(post.mediaUrl()).isEmpty();
            assertThat(post.likeCount()).isEqualTo(0x5555555555555555L);
            post.content("hello").postType(PostType.IMAGE);
            assertThat(post.content()).isEqualTo("hello");
            assertThat(scratch.allocate(8).get(ValueLayout.JAVA_LONG_UNALIGNED, 0))
                    .isEqualTo(0x5555555555555555L);
        }
    }

    @Test
    void notZeroedMemoryStillMakesZeroedArraysAndStructsWithPointers() {
        try (ScratchArena scratch = ScratchArena.builder().zeroed(false).build()) {
            scratch.allocate(20_000).fill(DIRT);
            scratch.reset();
            for (Reaction each : Reaction.allocateArray(scratch, 5)) {
                assertThat(each.userId()).isZero();
            }
            assertThat(Reaction.TYPE.allocate(scratch).userId()).isZero();
        }
    }

    @Test
    void inCheckedModeViewsThrowAfterTheResetOfTheirMark() {
        assumeTrue(Checks.ON);
        try (ScratchArena scratch = ScratchArena.ofConfined(100)) {
            Reaction outer = Reaction.allocate(scratch).userId(1);
            long mark = scratch.mark();
            Reaction inner = Reaction.allocate(scratch).userId(2);
            Reaction innerOfNextBlock = Reaction.allocate(scratch).userId(3);
            MemorySegment segment = scratch.allocate(8);
            scratch.reset(mark);
            Reaction again = Reaction.allocate(scratch).userId(4);
            assertThatThrownBy(inner::userId)
                    .isInstanceOf(LeaseException.class)
                    .hasMessageContaining("scratch arena: its memory is used after the arena was reset")
                    .satisfies(e -> assertThat(e.getSuppressed()[0])
                            .hasMessageContaining("reset by thread")
                            .hasStackTraceContaining("inCheckedModeViewsThrowAfterTheResetOfTheirMark"));
            assertThatThrownBy(innerOfNextBlock::userId).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> segment.get(ValueLayout.JAVA_LONG, 0)).isInstanceOf(IllegalStateException.class);
            assertThat(outer.userId()).isEqualTo(1);
            assertThat(again.userId()).isEqualTo(4);
            scratch.reset();
            assertThatThrownBy(outer::userId).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(again::userId).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void inCheckedModeAMarkThatAResetMadeInvalidIsAlwaysFound() {
        assumeTrue(Checks.ON);
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            Reaction.allocate(scratch);
            long mark = scratch.mark();
            scratch.reset();
            scratch.allocate(1_000);
            assertThatThrownBy(() -> scratch.reset(mark))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a reset made it invalid");
        }
    }

    @Test
    void withoutChecksAnOldViewShowsTheNextUsersStruct() {
        assumeFalse(Checks.ON);
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            Reaction old = Reaction.allocate(scratch).userId(1);
            scratch.reset();
            Reaction.allocate(scratch).userId(2);
            assertThat(old.userId()).isEqualTo(2);
        }
    }
}
