package dev.proto2ffi.core.emit.c;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.model.ScalarType;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Comments, literals and paths. */
final class CTextTest {
    @Test
    void commentsCannotEndEarlyNorSwallowTheNextLine() {
        assertThat(CComment.of("", "a */ b /* c")).isEqualTo("/** a * / b / * c */\n");
        assertThat(CComment.of("", "a \\\nb")).isEqualTo("/**\n * a \\ .\n * b\n */\n");
        assertThat(CComment.of("", "what??/")).isEqualTo("/** what? ?/ */\n");
        assertThat(CComment.of("", "x\u202Ey\u0007z")).isEqualTo("/** x<U+202E>y z */\n");
    }

    @Test
    void defusingDoesNotMakeANewEnd() {
        for (String text : List.of("**/", "*//", "/*/", "?\\?/", "???/", "*\\", "*\\\\", "/**/")) {
            String comment = CComment.of("", text);
            assertThat(comment.indexOf("*/")).as(comment).isEqualTo(comment.length() - 3);
            assertThat(comment.substring(2)).doesNotContain("/*", "??", "\\\n");
        }
    }

    @Test
    void commentsLoseTheBlankBehindTheirMarksButKeepIndentation() {
        assertThat(CComment.of("  ", " one\n   two\n", "", "three"))
                .isEqualTo("  /**\n   * one\n   *   two\n   *\n   * three\n   */\n");
        assertThat(CComment.of("", " \n", "")).isEmpty();
    }

    @Test
    void numbersAreThoseThatCReads() {
        assertThat(CLiterals.integer(ScalarType.INT32, Integer.MIN_VALUE)).isEqualTo("(-2147483647 - 1)");
        assertThat(CLiterals.integer(ScalarType.SINT64, Long.MIN_VALUE))
                .isEqualTo("(-INT64_C(9223372036854775807) - 1)");
        assertThat(CLiterals.integer(ScalarType.FIXED64, -1)).isEqualTo("UINT64_C(18446744073709551615)");
        assertThat(CLiterals.integer(ScalarType.UINT32, 0xFFFFFFFFL)).isEqualTo("UINT32_C(4294967295)");
        assertThat(CLiterals.floating(ScalarType.DOUBLE, 0.1)).isEqualTo("0.1");
        assertThat(CLiterals.floating(ScalarType.FLOAT, 0.1f)).isEqualTo("0.1f");
        assertThat(CLiterals.floating(ScalarType.DOUBLE, 3)).isEqualTo("3.0");
        assertThat(CLiterals.floating(ScalarType.DOUBLE, -0.0)).isEqualTo("-0.0");
        assertThat(CLiterals.floating(ScalarType.DOUBLE, 2e-323)).isEqualTo("2E-323");
        assertThat(CLiterals.floating(ScalarType.FLOAT, Double.POSITIVE_INFINITY))
                .isEqualTo("(float)P2F_INFINITY");
    }

    @Test
    void stringsKeepTheirBytesWhateverFollowsAnEscape() {
        assertThat(CLiterals.string("\u00017\"?")).isEqualTo("\"\\0017\\\"\\?\"");
        assertThat(CLiterals.string("x".repeat(4096))).startsWith("{'x', ").endsWith("'\\0'}");
        assertThat(CLiterals.bytes("\u00ff".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("{255}");
    }

    @Test
    void headersDoNotHideThoseOfTheSystem() {
        assertThat(HeaderPath.of("time.proto")).isEqualTo("time.p2f.h");
        assertThat(HeaderPath.of("a/b.txt")).isEqualTo("a/b.txt.p2f.h");
    }

    @Test
    void noTwoFilesShareAGuard() {
        List<String> paths =
                List.of("a/b.proto", "a_b.proto", "A/b.proto", "a-b.proto", "a//b.proto", "1/b.proto", "\u00e4.proto");
        Set<String> guards = new HashSet<>();
        for (String path : paths) {
            assertThat(guards.add(HeaderPath.guard(path))).as(path).isTrue();
            assertThat(HeaderPath.guard(path)).matches("[A-Z][A-Z0-9_]*").doesNotContain("__");
        }
        assertThat(HeaderPath.guard("social/post.proto")).isEqualTo("SOCIAL_POST_P2F_H");
    }
}
