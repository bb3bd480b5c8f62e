package dev.proto2ffi.core.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleParserTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private List<String> rules(String text) {
        return RuleParser.parse(SourceFile.of("a.options", text), diagnostics).stream()
                .map(rule -> rule.pattern().text()
                        + rule.settings().stream()
                                .map(setting -> " " + setting.word() + "=" + setting.value())
                                .toList())
                .toList();
    }

    @Test
    void readsOneRuleALine() {
        assertThat(rules("a.b max_size:5\n* max_count:1 fixed_count:true\r\nc int_size:IS_8"))
                .containsExactly("a.b[ max_size=5]", "*[ max_count=1,  fixed_count=true]", "c[ int_size=IS_8]");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void leavesCommentsAndEmptyLinesOut() {
        assertThat(rules("# all\n\n  // of it\n\ta max_size:5# here\nb max_size:6 // there\n"))
                .containsExactly("a[ max_size=5]", "b[ max_size=6]");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void quotesKeepBlanksAndCommentMarks() {
        assertThat(rules("a.proto c_prefix:\"a # b\" rust_module:'c // d'\na.proto java_package: \"x\""))
                .containsExactly("a.proto[ c_prefix=a # b,  rust_module=c // d]", "a.proto[ java_package=x]");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheName() {
        assertThat(rules("\uFEFFa max_size:5")).containsExactly("a[ max_size=5]");
    }

    @Test
    void aBadSettingLeavesTheOthersOfItsLine() {
        assertThat(rules("a max_size:x max_count:2 nonsense:1")).containsExactly("a[ max_count=2]");
        assertThat(diagnostics.all().toString())
                .contains("a.options:1:12: error: max_size takes a number")
                .contains("a.options:1:26: error: there is no option nonsense");
    }

    @Test
    void columnsCountCodePoints() {
        rules("\u00e4\u00f6.\ud83d\ude00 max_size:x");
        assertThat(diagnostics.all().toString()).contains("a.options:1:15: error");
    }

    @Test
    void anyBytesAreReadWithoutHarm() {
        Random random = new Random(7);
        byte[] alphabet = "a.*:#/\"' \n\rmax_size:5\0\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        for (int run = 0; run < 2_000; run++) {
            byte[] bytes = new byte[random.nextInt(60)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = alphabet[random.nextInt(alphabet.length)];
            }
            RuleParser.parse(SourceFile.of("a.options", "a.options", bytes), new Diagnostics());
        }
        assertThat(rules("a max_size:5")).hasSize(1);
    }
}
