package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemnantsTest {
    private static final byte DIRT = 0x55;

    @Test
    void textIsClearedBehindManyFieldsThatShareAPresenceWord() {
        for (int optionals : new int[] {1, 31, 32, 33, 64}) {
            StructType<Sample> type = withOptionals(optionals);
            long text = type.size() - 8;
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment memory = arena.allocate(type.size(), 4).fill(DIRT);
                type.clearRemnants(memory, 0);
                assertThat(memory.get(ValueLayout.JAVA_INT, 0)).isZero();
                assertThat(memory.get(ValueLayout.JAVA_BYTE, text))
                        .as("first byte of the text behind " + optionals + " optional fields")
                        .isZero();
            }
        }
    }

    @Test
    void numbersThatArentCountsStayAsTheyAre() {
        StructType<Sample> type = withOptionals(33);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(type.size(), 4).fill(DIRT);
            type.clearRemnants(memory, 0);
            assertThat(memory.get(ValueLayout.JAVA_INT, 8)).isEqualTo(0x55555555);
        }
    }

    /** Presence words, so many optional numbers, and a string of 8 bytes. */
    private static StructType<Sample> withOptionals(int count) {
        int words = (count + 31) / 32;
        List<MemoryLayout> members = new ArrayList<>();
        List<StructField> fields = new ArrayList<>();
        members.add(MemoryLayout.sequenceLayout(words, ValueLayout.JAVA_INT).withName("p2f_has"));
        for (int i = 0; i < count; i++) {
            String name = "number" + i;
            members.add(ValueLayout.JAVA_INT.withName(name));
            fields.add(StructField.of(name, i + 1, "int32", StructField.Kind.INT, 4L * (words + i), 4)
                    .withPresence(0, i));
        }
        long text = 4L * (words + count);
        members.add(MemoryLayout.sequenceLayout(8, ValueLayout.JAVA_BYTE).withName("text"));
        fields.add(StructField.of("text", count + 1, "string", StructField.Kind.STRING, text, 8)
                .withBound(8));
        return StructType.<Sample>describe(
                        "test.Wide",
                        MemoryLayout.structLayout(members.toArray(MemoryLayout[]::new)),
                        Sample.TYPE::view,
                        Sample.TYPE::arrayAt)
                .build(text + 8, 4, fields.toArray(StructField[]::new));
    }
}
