package dev.proto2ffi.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.SourceFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values that literals denote. */
class LiteralsTest {
    @ParameterizedTest
    @CsvSource({
        "0, false, 0",
        "-0, true, 0",
        "017, false, 15",
        "-0x1F, true, 31",
        "0XfF, false, 255",
        "9223372036854775807, false, 9223372036854775807",
        "18446744073709551615, false, -1",
        "0xFFFFFFFFFFFFFFFF, false, -1",
        "-9223372036854775808, true, -9223372036854775808",
    })
    void integersOfAllBases(String text, boolean negative, long magnitude) {
        IntLiteral literal = (IntLiteral) value(text);
        assertThat(literal.negative()).isEqualTo(negative);
        assertThat(literal.magnitude()).isEqualTo(magnitude);
        assertThat(literal.span().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5",
        "-.5, -0.5",
        "5., 5",
        "1e3, 1000",
        "1E-2, 0.01",
        "1e400, Infinity",
        "18446744073709551616, 1.8446744073709552E19",
        "-9223372036854775809, -9.223372036854775809E18",
    })
    void realNumbersAndIntegersBeyond64Bits(String text, double number) {
        assertThat(((FloatLiteral) value(text)).value()).isEqualTo(number);
    }

    @Test
    void wordsWithAMinus() {
        IdentLiteral word = (IdentLiteral) value("- inf");
        assertThat(word.negative()).isTrue();
        assertThat(word.text()).isEqualTo("inf");
        assertThat(word.span().text()).isEqualTo("- inf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "\"abc\" | 616263",
                "'a\"b' | 612262",
                "\"a\" 'b' | 6162",
                "\"\\a\\b\\f\\n\\r\\t\\v\\\\\\?\\'\\\"\" | 07080c0a0d090b5c3f2722",
                "\"\\0\\12\\101\\1234\" | 000a415334",
                "\"\\x1\\xaB\\x414\" | 01ab4134",
                "\"\\u00e9\\U0001F600\" | c3a9f09f9880",
                "\"\\ud83d\\ude00\" | f09f9880",
                "\"\\ud83dx\" | eda0bd78",
                "\"\\777\" | ff",
                "\"\u00e9\" | c3a9",
            })
    void stringsWithAllEscapes(String text, String hex) {
        StringLiteral literal = (StringLiteral) value(text);
        StringBuilder actual = new StringBuilder();
        for (byte each : literal.bytes()) {
            actual.append(String.format("%02x", each));
        }
        assertThat(actual.toString()).isEqualTo(hex);
    }

    @Test
    void messagesInTextFormat() {
        MessageLiteral message = (MessageLiteral)
                value("{ a: 1, b { c: 'x' 'y' }; d <> e: [1, -2] [x.y]: inf [t.com/x.Y] { } f: -Infinity # g: 1\n }");
        assertThat(message.flaw()).isNull();
        assertThat(message.entries().stream().map(MessageLiteral.Entry::name))
                .containsExactly("a", "b", "d", "e", "x.y", "t.com/x.Y", "f");
        assertThat(message.entries().stream().map(MessageLiteral.Entry::kind))
                .contains(MessageLiteral.Kind.EXTENSION, MessageLiteral.Kind.ANY);
        MessageLiteral below = (MessageLiteral) message.entries().get(1).value();
        StringLiteral joined = (StringLiteral) below.entries().get(0).value();
        assertThat(new String(joined.bytes(), StandardCharsets.UTF_8)).isEqualTo("xy");
        assertThat(((ListLiteral) message.entries().get(3).value()).values()).hasSize(2);
    }

    @Test
    void aFlawInTextFormatIsNoSyntaxError() {
        MessageLiteral message = (MessageLiteral) value("{ a: }");
        assertThat(message.flaw()).isNotNull();
        assertThat(message.entries()).isEmpty();
    }

    private static OptionValue value(String text) {
        Diagnostics diagnostics = new Diagnostics();
        FileNode file = Parser.parse(SourceFile.of("a.proto", "option (x) = " + text + ";"), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return ((OptionNode) file.declarations().get(0)).value();
    }
}
