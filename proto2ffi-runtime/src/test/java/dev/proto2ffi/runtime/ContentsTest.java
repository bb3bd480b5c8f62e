package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.runtime.social.Post;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContentsTest {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private final Arena arena = Arena.ofConfined();
    private final Sample a = Sample.TYPE.allocate(arena);
    private final Sample b = Sample.TYPE.allocate(arena);

    @AfterEach
    void close() {
        arena.close();
    }

    private void expectDifferent(int offset) {
        MemorySegment memory = b.structSegment();
        byte before = memory.get(BYTE, offset);
        memory.set(BYTE, offset, (byte) (before ^ 1));
        assertThat(Contents.equal(a, b)).as("offset " + offset).isFalse();
        memory.set(BYTE, offset, before);
        assertThat(Contents.equal(a, b)).isTrue();
    }

    @Test
    void everyValueCounts() {
        for (Sample sample : new Sample[] {a, b}) {
            MemorySegment memory = sample.structSegment();
            memory.set(INT, 0, 1);
            memory.set(INT, 8, 2);
            memory.set(INT, 24, 4);
            Strings.set(memory, 88, 8, "abc", "label");
        }
        assertThat(Contents.equal(a, b)).isTrue();
        for (int offset : new int[] {4, 8, 12, 19, 24, 28, 31, 36, 38, 39, 40, 44, 48, 87, 88, 90}) {
            expectDifferent(offset);
        }
    }

    @Test
    void paddingAndWhatFollowsTheEndDoNotCount() {
        MemorySegment memory = b.structSegment();
        memory.set(INT, 4, 99); // an absent field
        memory.set(INT, 12, 99); // beyond the count
        memory.set(BYTE, 28, (byte) 9); // beyond the size
        memory.set(BYTE, 33, (byte) 9); // padding of the bytes' struct
        memory.set(BYTE, 46, (byte) 9); // padding
        memory.set(BYTE, 92, (byte) 9); // after the NUL
        assertThat(Contents.equal(a, b)).isTrue();
    }

    @Test
    void presenceItselfCounts() {
        b.structSegment().set(INT, 0, 1);
        assertThat(Contents.equal(a, b)).isFalse();
    }

    @Test
    void anyByteButZeroIsTrue() {
        a.structSegment().set(BYTE, 39, (byte) 1);
        b.structSegment().set(BYTE, 39, (byte) 0x80);
        assertThat(Contents.equal(a, b)).isTrue();
    }

    @Test
    void nonsenseInMemoryIsNamed() {
        a.structSegment().set(INT, 8, 4);
        assertThatThrownBy(() -> Contents.equal(a, b))
                .isInstanceOf(CorruptStructException.class)
                .hasMessageContaining("test.Sample.tags");
    }

    @Test
    void textIsThatOfProtobufsTextFormat() {
        MemorySegment memory = a.structSegment();
        assertThat(a).hasToString("");
        memory.set(INT, 0, 1);
        memory.set(INT, 8, 2);
        memory.set(INT, 12, -1);
        SizedBytes.set(memory, 24, 5, new byte[] {'a', 0, '"', (byte) 0xff}, "data");
        memory.set(BYTE, 38, (byte) 1);
        memory.set(BYTE, 39, (byte) 1);
        memory.set(ValueLayout.JAVA_FLOAT, 40, 1.5f);
        memory.set(BYTE, 44, (byte) 3);
        memory.set(ValueLayout.JAVA_LONG, 48, -1);
        memory.set(INT, 72, 42);
        Strings.set(memory, 88, 8, "ü\n", "label");
        assertThat(a).hasToString("""
                maybe: 0
                tags: 4294967295
                tags: 0
                data: "a\\000\\"\\377"
                hash: "\\000\\000\\001"
                flag: true
                ratio: 1.5
                mood: WOW
                reaction {
                  reaction_id: 18446744073709551615
                  reaction_type: 42
                }
                label: "ü\\n"
                """);
    }

    @Test
    void numbersThatAreNoneAreSpelledAsProtobufDoes() {
        MemorySegment memory = a.structSegment();
        memory.set(ValueLayout.JAVA_FLOAT, 40, Float.NEGATIVE_INFINITY);
        assertThat(a).hasToString("ratio: -inf\n");
        memory.set(ValueLayout.JAVA_FLOAT, 40, Float.NaN);
        assertThat(a).hasToString("ratio: nan\n");
        memory.set(ValueLayout.JAVA_FLOAT, 40, -0.0f);
        assertThat(a).hasToString("ratio: -0.0\n");
    }

    @Test
    void textOfNonsenseSaysSo() {
        a.structSegment().set(INT, 8, 4);
        assertThat(a).hasToString("# test.Sample.tags: the stored count 4 is beyond max_count 3\n");
    }

    @Test
    void textIsCut() {
        Post post = Post.allocate(arena).content("x".repeat(4999)).postId(1);
        assertThat(post.toString())
                .hasSize(StructText.LIMIT + 1)
                .startsWith("post_id: 1\ncontent: \"xxx")
                .endsWith("…");
    }
}
