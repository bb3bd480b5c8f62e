package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proto2ffi.runtime.social.Reaction;
import dev.proto2ffi.runtime.social.ReactionType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AccessTest {
    @Test
    void writtenFieldsStandAtTheirOffsetsInMemory() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = arena.allocate(3 * Reaction.SIZE, 8);
            Reaction.at(segment, 40)
                    .reactionId(7)
                    .reactionType(ReactionType.WOW)
                    .createdAt(-1);

            assertThat(segment.get(ValueLayout.JAVA_LONG, 40)).isEqualTo(7);
            assertThat(segment.get(ValueLayout.JAVA_INT, 40 + 24)).isEqualTo(3);
            assertThat(segment.get(ValueLayout.JAVA_LONG, 40 + 32)).isEqualTo(-1);
            assertThat(segment.get(ValueLayout.JAVA_LONG, 0)).isZero();
            assertThat(segment.get(ValueLayout.JAVA_LONG, 80)).isZero();
        }
    }

    @Test
    void theSystemPropertyChoosesTheMode() {
        assertThat(Access.RAW).isEqualTo("raw".equals(System.getProperty("proto2ffi.access")));
    }

    @Test
    void heapSegmentsAreRefusedWithTheWayOut() {
        assertThatThrownBy(() -> Reaction.at(MemorySegment.ofArray(new long[5])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("social.Reaction")
                .hasMessageContaining("Arena");
        SegmentAllocator heap = (size, alignment) -> MemorySegment.ofArray(new long[(int) (size / 8)]);
        assertThatThrownBy(() -> Reaction.allocate(heap)).hasMessageContaining("Arena");
        assertThatThrownBy(() -> Reaction.allocateArray(heap, 3)).hasMessageContaining("Arena");
    }

    @Test
    void aMisalignedStructIsRefusedWhenTheViewIsMade() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = arena.allocate(100, 8);
            assertThatThrownBy(() -> Reaction.at(segment, 4))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not a multiple of 8");
        }
    }

    @Test
    void aStructMustStandInsideItsSegment() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = arena.allocate(79, 8);
            assertThat(Reaction.at(segment).reactionId()).isZero();
            assertThatThrownBy(() -> Reaction.at(segment, 40))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("40 bytes at offset 40 don't fit in a segment of 79");
            assertThatThrownBy(() -> Reaction.at(segment, -8)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> Reaction.at(segment, Long.MAX_VALUE))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aBarePointerFromNativeCodeIsToldToBeReinterpreted() {
        assertThatThrownBy(() -> Reaction.at(MemorySegment.ofAddress(4096)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("reinterpret");
    }

    @Test
    void aClosedArenaMakesNoViews() {
        MemorySegment segment;
        try (Arena arena = Arena.ofConfined()) {
            segment = arena.allocate(40, 8);
        }
        assertThatThrownBy(() -> Reaction.at(segment).reactionId()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void safeViewsOfAClosedArenaThrow() {
        assumeFalse(Access.RAW);
        Reaction view;
        try (Arena arena = Arena.ofConfined()) {
            view = Reaction.allocate(arena);
        }
        assertThatThrownBy(view::reactionId).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> view.reactionId(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherThreadIsRefused() throws InterruptedException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = arena.allocate(40, 8);
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread other = new Thread(() -> {
                try {
                    Reaction.at(segment).reactionId();
                } catch (WrongThreadException e) {
                    thrown.set(e);
                }
            });
            other.start();
            other.join();
            assertThat(thrown.get()).isInstanceOf(WrongThreadException.class);
        }
    }

    @Test
    void aViewThatPointsNowhereThrowsInEitherMode() {
        try (Arena arena = Arena.ofConfined()) {
            Reaction view = Reaction.allocate(arena);
            ((StructView) view).address = Access.NOWHERE;
            assertThatThrownBy(view::createdAt).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> view.createdAt(1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(view::clear).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(view::structAddress)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("social.Reaction");
            assertThatThrownBy(view::structSegment).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aRecyclingAllocatorGivesZeroedStructs() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment dirty = arena.allocate(40, 8).fill((byte) 0x55);
            SegmentAllocator recycling = SegmentAllocator.prefixAllocator(dirty);
            assertThat(Reaction.allocate(recycling).createdAt()).isZero();
        }
    }

    @Test
    void segmentAndAddressAreThoseOfTheStruct() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = arena.allocate(80, 8);
            Reaction second = Reaction.at(segment, 40).userId(9);
            assertThat(second.structAddress()).isEqualTo(segment.address() + 40);
            assertThat(second.structSegment().address()).isEqualTo(segment.address() + 40);
            assertThat(second.structSegment().byteSize()).isEqualTo(40);
            assertThat(second.structSegment().scope()).isEqualTo(arena.scope());
            assertThat(second.structType()).isSameAs(Reaction.TYPE);
        }
    }

    @Test
    void rawViewsReadThroughTheirAddress() {
        assumeTrue(Access.RAW);
        try (Arena arena = Arena.ofConfined()) {
            Reaction view = Reaction.allocate(arena).userId(11);
            long address = view.structAddress();
            assertThat(Access.base(MemorySegment.NULL).get(ValueLayout.JAVA_LONG, address + 8))
                    .isEqualTo(11);
        }
    }
}
