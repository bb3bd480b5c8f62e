package dev.proto2ffi.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.testing.Cases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, the parser ends, soon, and says where it is wrong. */
class RobustnessTest {
    private static final int DEEP = 50_000;

    @Test
    void arbitraryBytesEnd() {
        for (int seed = 0; seed < 1_500; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            parse("bytes, seed " + seed, bytes);
        }
    }

    @Test
    void arbitraryPiecesOfTheLanguageEnd() {
        String[] pieces = {
            "message",
            "M",
            "{",
            "}",
            "enum",
            "E",
            ";",
            "=",
            "1",
            "optional",
            "int32",
            "\"s\"",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            ",",
            ".",
            "-",
            "option",
            "extend",
            "oneof",
            "reserved",
            "to",
            "max",
            "map",
            "group",
            "G",
            "rpc",
            "service",
            "syntax",
            "\n",
            "//",
            "/*",
            "*/",
            "\"",
            "'",
            "\\",
            "0x",
            "#",
            "\t"
        };
        for (int seed = 0; seed < 1_500; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(120); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            parse("pieces, seed " + seed, text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyTruncationOfAValidFileEnds() throws IOException {
        for (Path schema : Cases.schemas("valid")) {
            byte[] bytes = Files.readAllBytes(schema);
            for (int length = 0; length < bytes.length; length++) {
                byte[] some = java.util.Arrays.copyOf(bytes, length);
                parse(schema + " cut at " + length, some);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message A {",
                "message A { oneof o { group G = 1 {",
                "option (a) = {",
                "option (a) = { a <",
                "option (a) = { a [",
                "option (a) = { a: [",
                "option (a",
                "extend A { optional group G = 1 {",
                "service S { rpc R",
                "/* ",
                "enum E { option o = {",
                "((((((",
                "}",
                "[",
                "1e",
                "\\",
                "map<",
                "message A { map<int32, map<",
            })
    void deepNestingEnds(String opening) {
        String closing = opening.replace('{', '}').replace('<', '>').replace('[', ']');
        parse(opening, opening.repeat(DEEP).getBytes(StandardCharsets.UTF_8));
        parse(opening, (opening.repeat(DEEP) + closing.repeat(DEEP)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aggregatesNestedTooDeepAreFlawedNotFatal() {
        String text = "option (a) = {" + "a {".repeat(DEEP) + "}".repeat(DEEP) + "};";
        Diagnostics diagnostics = new Diagnostics();
        FileNode file = Parser.parse(SourceFile.of("a.proto", text), diagnostics);
        assertThat(diagnostics.hasErrors()).isFalse();
        OptionNode option = (OptionNode) file.declarations().get(0);
        assertThat(((MessageLiteral) option.value()).flaw()).isNotNull();
    }

    private static void parse(String what, byte[] bytes) {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile file = SourceFile.of("a.proto", "a.proto", bytes);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Parser.parse(file, diagnostics), what);
        for (Diagnostic diagnostic : diagnostics.all()) {
            Span span = diagnostic.span();
            assertThat(span).as(what).isNotNull();
            assertThat(span.end()).as(what).isLessThanOrEqualTo(bytes.length);
        }
    }
}
