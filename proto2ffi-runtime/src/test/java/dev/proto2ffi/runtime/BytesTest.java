package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BytesTest {
    private static final String FIELD = "net.Packet.payload";

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment memory = arena.allocate(32, 4);

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void sizedBytesComeBackWithTheirSize() {
        SizedBytes.set(memory, 8, 5, new byte[] {1, 0, 3}, FIELD);
        assertThat(memory.get(ValueLayout.JAVA_INT, 8)).isEqualTo(3);
        assertThat(memory.get(ValueLayout.JAVA_BYTE, 12)).isEqualTo((byte) 1);
        assertThat(SizedBytes.get(memory, 8, 5, FIELD)).containsExactly(1, 0, 3);
        assertThat(SizedBytes.segment(memory, 8, 5, FIELD).byteSize()).isEqualTo(3);
        assertThat(SizedBytes.contentEquals(memory, 8, 5, new byte[] {1, 0, 3}, FIELD))
                .isTrue();
        assertThat(SizedBytes.contentEquals(memory, 8, 5, new byte[] {1, 0}, FIELD))
                .isFalse();
        assertThat(SizedBytes.contentEquals(memory, 8, 5, new byte[] {1, 0, 4}, FIELD))
                .isFalse();
    }

    @Test
    void sizedBytesTakeSegmentsOfAnyKind() {
        SizedBytes.set(memory, 0, 5, MemorySegment.ofArray(new byte[] {9, 8}), FIELD);
        assertThat(SizedBytes.get(memory, 0, 5, FIELD)).containsExactly(9, 8);
        assertThatThrownBy(() -> SizedBytes.set(memory, 0, 5, MemorySegment.ofArray(new byte[6]), FIELD))
                .isInstanceOf(FieldOverflowException.class);
    }

    @Test
    void sizedBytesBeyondTheBoundAreRefusedAndNothingIsWritten() {
        assertThatThrownBy(() -> SizedBytes.set(memory, 0, 5, new byte[6], FIELD))
                .isInstanceOf(FieldOverflowException.class)
                .hasMessage(FIELD + ": 6 bytes don't fit in max_size 5");
        assertThat(SizedBytes.size(memory, 0, 5, FIELD)).isZero();
    }

    @Test
    void aStoredSizeBeyondTheBoundIsNeverFollowed() {
        for (int nonsense : new int[] {6, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            memory.set(ValueLayout.JAVA_INT, 0, nonsense);
            assertThatThrownBy(() -> SizedBytes.get(memory, 0, 5, FIELD))
                    .isInstanceOf(CorruptStructException.class)
                    .hasMessage(FIELD + ": the stored size " + Integer.toUnsignedString(nonsense)
                            + " is beyond max_size 5");
            assertThatThrownBy(() -> SizedBytes.segment(memory, 0, 5, FIELD))
                    .isInstanceOf(CorruptStructException.class);
        }
    }

    @Test
    void fixedBytesHoldExactlyTheirLength() {
        FixedBytes.set(memory, 3, 4, new byte[] {1, 2, 3, 4}, FIELD);
        assertThat(FixedBytes.get(memory, 3, 4)).containsExactly(1, 2, 3, 4);
        assertThat(FixedBytes.contentEquals(memory, 3, new byte[] {1, 2, 3, 4})).isTrue();
        assertThat(FixedBytes.contentEquals(memory, 3, new byte[] {1, 2, 3, 5})).isFalse();
        assertThatThrownBy(() -> FixedBytes.set(memory, 3, 4, new byte[3], FIELD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(FIELD + ": 3 bytes given, but the field holds exactly 4");
        assertThatThrownBy(() -> FixedBytes.set(memory, 3, 4, MemorySegment.ofArray(new byte[5]), FIELD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStoredCountBeyondTheCapacityIsNeverFollowed() {
        memory.set(ValueLayout.JAVA_INT, 0, 3);
        assertThat(Counts.get(memory, 0, 3, FIELD)).isEqualTo(3);
        assertThat(Counts.check(2, memory, 0, 3, FIELD)).isEqualTo(2);
        assertThatThrownBy(() -> Counts.check(3, memory, 0, 3, FIELD)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Counts.room(memory, 0, 3, FIELD))
                .isInstanceOf(FieldOverflowException.class)
                .hasMessage(FIELD + ": it is full: max_count is 3");
        memory.set(ValueLayout.JAVA_INT, 0, -1);
        assertThatThrownBy(() -> Counts.get(memory, 0, 3, FIELD))
                .isInstanceOf(CorruptStructException.class)
                .hasMessage(FIELD + ": the stored count 4294967295 is beyond max_count 3");
        assertThatThrownBy(() -> Counts.room(memory, 0, 3, FIELD)).isInstanceOf(CorruptStructException.class);
    }

    @Test
    void numbersTooWideForTheirStorageAreRefused() {
        assertThat(Narrow.toInt8(-128, FIELD)).isEqualTo((byte) -128);
        assertThatThrownBy(() -> Narrow.toInt8(128, FIELD))
                .isInstanceOf(FieldOverflowException.class)
                .hasMessage(FIELD + ": 128 is outside -128 to 127, the range of its storage");
        assertThat(Narrow.toInt16(32767, FIELD)).isEqualTo((short) 32767);
        assertThatThrownBy(() -> Narrow.toInt16(-32769, FIELD)).isInstanceOf(FieldOverflowException.class);
    }
}
