package dev.proto2ffi.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputTest {
    @Test
    void anEllipsisStandsForCharactersOrLines() {
        assertThat(Output.matches("a\n…\nd\n", "a\nb\nc\nd\n")).isTrue();
        assertThat(Output.matches("a\n…\nd\n", "a\nd\n")).isTrue();
        assertThat(Output.matches("took … ms", "took 12.5 ms\n")).isTrue();
        assertThat(Output.matches("…", "")).isTrue();
    }

    @Test
    void anythingElseDiffers() {
        assertThat(Output.matches("a\n", "a\nb\n")).isFalse();
        assertThat(Output.matches("a\n…\nd\n", "a\nb\nc\n")).isFalse();
        assertThat(Output.matches("took … ms", "took 12.5 s")).isFalse();
        assertThat(Output.matches("a.c", "abc")).isFalse();
    }

    @Test
    void linesAreFoundInOrder() {
        assertThat(Output.missing("b\n…\nd {…}\n", "a\n  b\nc\nd {e}\n")).isEmpty();
        assertThat(Output.missing("d\nb\n", "a\nb\nc\nd\n")).isEqualTo("b");
    }
}
