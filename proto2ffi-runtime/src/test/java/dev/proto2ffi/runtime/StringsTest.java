package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringsTest {
    private static final String FIELD = "social.Post.content";

    private final Arena arena = Arena.ofConfined();

    @AfterEach
    void close() {
        arena.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1234567",
                "12345678",
                "123456789",
                "grün",
                "what? really?",
                "日本語テキスト",
                "\uD83D\uDE00 fine?"
            })
    void textComesBackAtEveryAlignment(String text) {
        int bound = text.getBytes(StandardCharsets.UTF_8).length + 1;
        for (int offset = 0; offset < 9; offset++) {
            MemorySegment memory = arena.allocate(bound + 20).fill((byte) 0x7f);
            Strings.set(memory, offset, bound, text, FIELD);
            assertThat(Strings.get(memory, offset, bound)).isEqualTo(text);
            assertThat(Strings.size(memory, offset, bound)).isEqualTo(bound - 1);
            assertThat(memory.get(ValueLayout.JAVA_BYTE, offset + bound)).isEqualTo((byte) 0x7f);
        }
    }

    @Test
    void theTextAndItsNulFillTheBoundExactly() {
        MemorySegment memory = arena.allocate(16);
        Strings.set(memory, 0, 8, "1234567", FIELD);
        assertThatThrownBy(() -> Strings.set(memory, 0, 8, "12345678", FIELD))
                .isInstanceOf(FieldOverflowException.class)
                .hasMessage(FIELD + ": 8 bytes of UTF-8 and the terminating NUL don't fit in max_size 8");
        assertThat(Strings.get(memory, 0, 8)).isEqualTo("1234567");
    }

    @Test
    void boundsCountBytesNotCharacters() {
        MemorySegment memory = arena.allocate(16);
        assertThatThrownBy(() -> Strings.set(memory, 0, 4, "üü", FIELD)).isInstanceOf(FieldOverflowException.class);
        Strings.set(memory, 0, 5, "üü", FIELD);
        assertThat(Strings.get(memory, 0, 5)).isEqualTo("üü");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "abc\0", "\0abcdefghij", "abcdefgh\0ij"})
    void aNulInTheTextIsRefused(String text) {
        MemorySegment memory = arena.allocate(16);
        assertThatThrownBy(() -> Strings.set(memory, 0, 16, text, FIELD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(FIELD + ": U+0000 at index " + text.indexOf(0));
        assertThat(memory.mismatch(arena.allocate(16))).isEqualTo(-1);
    }

    @Test
    void unpairedSurrogatesAreRefused() {
        MemorySegment memory = arena.allocate(32);
        for (String text : new String[] {"\uD83D", "ab\uDE00", "\uD83Dx", "12345678\uD83D", "\uD83D\uD83D\uDE00"}) {
            assertThatThrownBy(() -> Strings.set(memory, 0, 32, text, FIELD))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("unpaired surrogate");
        }
    }

    @Test
    void withoutANulTheFieldItselfEndsTheText() {
        for (int bound = 1; bound < 20; bound++) {
            MemorySegment memory = arena.allocate(32).fill((byte) 'x');
            assertThat(Strings.get(memory, 0, bound)).isEqualTo("x".repeat(bound));
        }
    }

    @Test
    void theFirstNulEndsTheText() {
        byte[] bytes = new byte[24];
        for (int end = 0; end < 24; end++) {
            Arrays.fill(bytes, (byte) 1);
            bytes[end] = 0;
            bytes[23] = 0;
            MemorySegment memory = arena.allocate(24);
            MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, 24);
            assertThat(Strings.size(memory, 0, 24)).isEqualTo(end);
        }
    }

    @Test
    void invalidUtf8ReadsAsReplacementCharacters() {
        MemorySegment memory = arena.allocate(8);
        memory.set(ValueLayout.JAVA_BYTE, 0, (byte) 0xff);
        memory.set(ValueLayout.JAVA_BYTE, 1, (byte) 'a');
        assertThat(Strings.get(memory, 0, 8)).isEqualTo("\uFFFDa");
    }

    @Test
    void contentIsComparedWithoutWhatFollowsTheNul() {
        MemorySegment memory = arena.allocate(16).fill((byte) 'z');
        Strings.set(memory, 0, 16, "hello", FIELD);
        assertThat(Strings.contentEquals(memory, 0, 16, bytes("hello"))).isTrue();
        assertThat(Strings.contentEquals(memory, 0, 16, bytes("hell"))).isFalse();
        assertThat(Strings.contentEquals(memory, 0, 16, bytes("hellO"))).isFalse();
        assertThat(Strings.contentEquals(memory, 0, 16, bytes("hello, this is far too long")))
                .isFalse();
        assertThat(Strings.segment(memory, 0, 16).byteSize()).isEqualTo(5);
        assertThat(Strings.segment(memory, 0, 16).toArray(ValueLayout.JAVA_BYTE))
                .isEqualTo(bytes("hello"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void textThatHasNoUtf8IsNotTakenForThatWithQuestionMarks() {
        assertThat(Strings.isLost("a\ud800", "a?".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(Strings.isLost("a?", "a?".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(Strings.isLost("?😀", "?😀".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
