package dev.proto2ffi.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextRendererTest {
    private static final TextStyle NARROW = new TextStyle(false, true, 60);

    private static Span span(String text, String marked) {
        int start = text.indexOf(marked);
        int before = text.substring(0, start).getBytes(StandardCharsets.UTF_8).length;
        int length = marked.getBytes(StandardCharsets.UTF_8).length;
        return new Span(SourceFile.of("a.proto", text), before, before + length);
    }

    private static String render(TextStyle style, Span span) {
        return new TextRenderer(style).render(Diagnostic.error("code", span, "it is wrong"));
    }

    @Test
    void showsPlaceSourceLineUnderlineAndHelp() {
        String line = "  string content = 4 [(proto2ffi.field).max_size = 0];\n";
        Diagnostic diagnostic = Diagnostic.error(
                        "zero-bound", span("\n".repeat(13) + line, "0"), "max_size 0 leaves no room for the NUL")
                .withHelp("give the bytes of storage\nNUL included");

        assertThat(new TextRenderer(TextStyle.PLAIN).render(diagnostic)).isEqualTo("""
                        a.proto:14:52: error: max_size 0 leaves no room for the NUL
                           14 |   string content = 4 [(proto2ffi.field).max_size = 0];
                              |                                                    ^
                           help: give the bytes of storage
                                 NUL included
                        """);
    }

    @Test
    void showsLabelledPlacesInAGutterAsWideAsTheLongestLineNumber() {
        String text = "message A {}\n" + "\n".repeat(110) + "message A {}\n";
        SourceFile file = SourceFile.of("a.proto", text);
        int second = text.lastIndexOf('A');
        Diagnostic diagnostic = Diagnostic.error(
                        "duplicate", new Span(file, second, second + 1), "\"A\" is already defined")
                .withLabel(new Span(file, 8, 9), "first defined here");

        assertThat(new TextRenderer(TextStyle.PLAIN).render(diagnostic)).isEqualTo("""
                        a.proto:112:9: error: "A" is already defined
                           112 | message A {}
                               |         ^
                           a.proto:1:9: first defined here
                             1 | message A {}
                               |         -
                        """);
    }

    @Test
    void expandsTabsSoThatTheUnderlineStandsBelowTheSpan() {
        assertThat(render(TextStyle.PLAIN, span("\tint32\tx = 0;", "x")))
                .contains("    1 |     int32   x = 0;\n      |             ^\n");
    }

    @Test
    void underlinesWideCharactersTwoColumnsWideAndCombiningOnesNone() {
        assertThat(render(TextStyle.PLAIN, span("// 日本 e\u0301x!", "x")))
                .endsWith(" | // 日本 e\u0301x!\n      |          ^\n");
        assertThat(render(TextStyle.PLAIN, span("日本", "本"))).endsWith("      |   ^^\n");
    }

    @Test
    void showsControlCharactersAndBrokenUtf8WithoutSendingThemToTheTerminal() {
        byte[] bytes = {'a', 0x1B, '[', '2', 'J', (byte) 0xFF, 0, (byte) 0xE2, (byte) 0x80, (byte) 0xAE, 'z'};
        SourceFile file = SourceFile.of("a\u001B.proto", "a\u001B.proto", bytes);
        Diagnostic diagnostic = Diagnostic.error("code", new Span(file, 10, 11), "bad\u0007name\nnext")
                .withHelp("\u001B]0;title\u0007");

        String text = new TextRenderer(TextStyle.PLAIN).render(diagnostic);

        assertThat(text)
                .contains("a\\x1B.proto:1:")
                .contains("bad\\x07name\\nnext")
                .contains("| a\\x1B[2J\uFFFD\\x00\\u202Ez\n")
                .contains("      | " + " ".repeat(19) + "^\n")
                .matches("[\\x20-\\x7E\\n\uFFFD]*");
    }

    @Test
    void cutsAMegabyteOnOneLineAroundTheSpan() {
        String text = "x".repeat(500_000) + "HERE" + "日".repeat(200_000);

        String shown = render(NARROW, span(text, "HERE"));

        assertThat(shown.lines().mapToInt(TextRendererTest::width)).allMatch(width -> width <= 60);
        String[] lines = shown.split("\n", -1);
        assertThat(lines[1]).contains("…xxx").contains("HERE").endsWith("…");
        assertThat(lines[2].indexOf('^')).isEqualTo(lines[1].indexOf("HERE"));
        assertThat(lines[2]).endsWith("^^^^");
    }

    private static int width(String line) {
        return line.codePoints().map(c -> c > 0x1000 && c != '…' ? 2 : 1).sum();
    }

    @Test
    void keepsALineThatFitsWhole() {
        String line = "x".repeat(52);
        assertThat(render(NARROW, span(line, "x"))).contains("| " + line + "\n");
        assertThat(render(NARROW, span(line + "y", "x"))).contains("| " + "x".repeat(51) + "…\n");
    }

    @Test
    void underlinesOnlyTheFirstLineOfASpanOverSeveral() {
        assertThat(render(TextStyle.PLAIN, span("message A {\r\n  x\r\n}", "A {\r\n  x\r\n}")))
                .endsWith("    1 | message A {\n      |         ^^^\n");
    }

    @Test
    void marksThePlaceAtTheEndOfTheFile() {
        SourceFile file = SourceFile.of("a.proto", "message A {\n");
        assertThat(render(TextStyle.PLAIN, new Span(file, 12, 12)))
                .endsWith("2:1: error: it is wrong\n    2 |\n      | ^\n");
        SourceFile empty = SourceFile.of("a.proto", "");
        assertThat(render(TextStyle.PLAIN, new Span(empty, 0, 0))).endsWith("    1 |\n      | ^\n");
    }

    @Test
    void saysWhatConcernsNoPlaceInOneLine() {
        Diagnostic diagnostic = Diagnostic.warning("code", null, "a.proto is old");
        assertThat(new TextRenderer(TextStyle.PLAIN).render(diagnostic)).isEqualTo("warning: a.proto is old\n");
    }

    @Test
    void coloursOnlyWhereColourIsWanted() {
        Span span = span("message A {}", "A");
        assertThat(render(TextStyle.PLAIN, span)).doesNotContain("\u001B");
        String coloured = render(new TextStyle(true, true, 80), span);
        assertThat(coloured).contains("\u001B[1;31merror:\u001B[0m").contains("\u001B[1;31m^\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(render(TextStyle.PLAIN, span));
    }
}
