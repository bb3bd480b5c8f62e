package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Errors that Java writes for native code. */
class NativeErrorTest {
    /** What a call that fails with this text throws in Java again. */
    private static NativeCallException passed(String text) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(NativeError.SIZE + 8, 8);
            memory.fill((byte) 'z');
            NativeError.write(memory.address(), 7, 3, text);
            assertThat(memory.get(ValueLayout.JAVA_LONG, NativeError.SIZE))
                    .as("what stands behind the error")
                    .isEqualTo(0x7a7a7a7a7a7a7a7aL);
            assertThat(memory.get(ValueLayout.JAVA_INT, 4)).as("reserved").isZero();
            return NativeError.toException(memory.address(), "f", 7, 0, null);
        }
    }

    @Test
    void aShortTextIsPassedWhole() {
        assertThat(passed("").detail()).isEqualTo("it failed without a message");
        assertThat(passed("division by zero").detail()).isEqualTo("division by zero");
        assertThat(passed("\u221e \ud83d\ude00").detail()).isEqualTo("\u221e \ud83d\ude00");
        assertThat(passed("x").index()).isEqualTo(3);
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        for (String character : new String[] {"x", "\u00e4", "\u221e", "\ud83d\ude00"}) {
            int bytes = character.getBytes(StandardCharsets.UTF_8).length;
            for (int shift = 0; shift < 4; shift++) {
                String text = "s".repeat(shift) + character.repeat(600);
                assertThat(passed(text).detail())
                        .isEqualTo("s".repeat(shift) + character.repeat((495 - shift) / bytes));
            }
        }
        assertThat(passed("x".repeat(495)).detail()).isEqualTo("x".repeat(495));
        assertThat(passed("x".repeat(494) + "\u00e4").detail()).isEqualTo("x".repeat(494));
    }

    @Test
    void aNulInTheTextDoesNotEndIt() {
        assertThat(passed("a\0b").detail()).isEqualTo("a\ufffdb");
    }

    @Test
    void anUnpairedSurrogateBecomesAQuestionMark() {
        assertThat(passed("a\ud83d").detail()).isEqualTo("a?");
    }

    @Test
    void nobodyIsToldWhereThereIsNoError() {
        NativeError.write(0, 7, 0, "nobody");
    }

    @Test
    void theMessageOfAnExceptionSaysAllOfIt() {
        assertThat(new NativeCallException(3, "division by zero")).hasMessage("division by zero (code 3)");
        assertThat(new NativeCallException(0, "?").code()).isEqualTo(NativeCallException.UNKNOWN);
        assertThat(new NativeCallException(0, "?")).hasMessage("? (code -7 UNKNOWN)");
        assertThat(new NativeCallException("calc.Calculator.Add", -2, "oops", 5, null))
                .hasMessage("calc.Calculator.Add: oops (code -2 PANIC, request 5)");
        assertThat(new NativeCallException(-99, "x")).hasMessage("x (code -99)");
    }
}
