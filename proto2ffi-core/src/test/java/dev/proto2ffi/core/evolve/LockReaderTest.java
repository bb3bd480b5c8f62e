package dev.proto2ffi.core.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lock files that are wrong: the place, the reason and the way out. */
class LockReaderTest {
    private static final String GOOD = """
            proto2ffi-lock 1
            file a.proto
              package p
              java p.ffi
            enum p.E
              size 4
              open
              value 0 E_ZERO
            message p.M
              size 8
              align 8
              flat
              fingerprint 0x0123456789abcdef
              field 1 x uint64
              at 0 size 8 align 8 data x uint64_t
            service p.S
              fingerprint 0x0123456789abcdef
              rpc Get p.M returns p.M critical
            """;

    private static List<String> errors(String text) {
        Diagnostics diagnostics = new Diagnostics();
        SchemaFacts facts = LockReader.read(SourceFile.of("x.lock", text), diagnostics);
        assertThat(facts == null).isEqualTo(diagnostics.hasErrors());
        return diagnostics.all().stream().map(Object::toString).toList();
    }

    @Test
    void theGoodOneIsGood() {
        assertThat(errors(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proto2ffi-lock 1       | proto2ffi-lock 2       | 1:1: error: this lock file has version 2 of the format; this proto2ffi knows version 1
            proto2ffi-lock 1       | something else         | 1:1: error: this is no lock file: those begin with 'proto2ffi-lock 1'
            proto2ffi-lock 1       | proto2ffi-lock one     | 1:16: error: expected the version of the format, not one
            file a.proto           | fill a.proto           | 2:1: error: expected 'file', not 'fill'
            java p.ffi             | jova p.ffi             | 4:3: error: there is no fact 'jova' in this section
            java p.ffi             | package q              | 4:3: error: there is a package already in this section
            size 4                 | size four              | 6:8: error: expected a number of bytes, not four
            open                   | # gone                 | 5:1: error: this section has no line 'open' or 'closed'
            value 0 E_ZERO         | value 0                | 8:10: error: expected a name
            value 0 E_ZERO         | value 0 E_ZERO 1       | 8:18: error: nothing more is expected on this line
            message p.M            | massage p.M            | 9:1: error: expected 'file', 'enum', 'message' or 'service', not 'massage'
            message p.M            | message p.E            | 9:1: error: p.E stands here for the second time
            fingerprint 0x0123456789abcdef | fingerprint 123 | 13:15: error: expected a fingerprint of 16 hexadecimal digits behind 0x, not 123
            field 1 x uint64       | field 1 x uint65       | 14:13: error: expected the type of a field, such as uint64 or message:social.Post
            field 1 x uint64       | field 0 x uint64       | 14:9: error: expected a field number, not 0
            at 0 size 8            | at 0 sise 8            | 15:8: error: expected 'size'
            data x uint64_t        | date x uint64_t        | 15:23: error: expected the kind of a member, such as data or count
            returns p.M            | return p.M             | 18:15: error: expected 'returns'
            value 0 E_ZERO         | <<<<<<< ours           | 8:3: error: this is the mark of a merge conflict
            """)
    void whatIsWrongIsSaidWhereItStands(String from, String to, String error) {
        String bad = GOOD.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        assertThat(bad).isNotEqualTo(GOOD);
        assertThat(errors(bad)).contains("x.lock:" + error);
    }

    @Test
    void allWrongLinesAreReported() {
        assertThat(errors(GOOD.replace("size 4", "size x").replace("size 8\n", "size y\n")))
                .containsExactly(
                        "x.lock:6:8: error: expected a number of bytes, not x",
                        "x.lock:5:1: error: this section has no line 'size'",
                        "x.lock:10:8: error: expected a number of bytes, not y",
                        "x.lock:9:1: error: this section has no line 'size'");
    }

    @Test
    void anEmptyFileIsNoLockFile() {
        assertThat(errors("")).hasSize(1).first().asString().contains("x.lock:1:1: error: this is no lock file");
    }

    @Test
    void arbitraryBytesNeitherHangNorThrow() {
        Random random = new Random(1);
        byte[] good = LockWriter.write(Facts.of(
                        Map.of("p.proto", "syntax = \"proto3\"; message A { string x = 1; } enum E { Z = 0; }")))
                .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 2000; round++) {
            byte[] bad = good.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bad[random.nextInt(bad.length)] =
                        (byte) (random.nextBoolean() ? ' ' + random.nextInt(95) : random.nextInt());
            }
            Diagnostics diagnostics = new Diagnostics();
            SchemaFacts facts = LockReader.read(SourceFile.of("x", "x", bad), diagnostics);
            assertThat(facts == null).as("round %d", round).isEqualTo(diagnostics.hasErrors());
            if (facts != null) {
                assertThat(Facts.compare(facts, facts)).isEmpty();
            }
        }
    }
}
