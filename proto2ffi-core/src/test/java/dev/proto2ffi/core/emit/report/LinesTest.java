package dev.proto2ffi.core.emit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void breaksAtBlanksThenBehindMarksThenAnywhere() {
        assertThat(Lines.broken("short", 8)).containsExactly("short");
        assertThat(Lines.broken("repeated string of words", 8)).containsExactly("repeated", "string", "of words");
        assertThat(Lines.broken("social.media.Post", 8)).containsExactly("social.", "media.", "Post");
        assertThat(Lines.broken("abcdefghijk", 4)).containsExactly("abcd", "efgh", "ijk");
        assertThat(Lines.broken("漢字漢字", 3)).containsExactly("漢", "字", "漢", "字");
        assertThat(Lines.broken("漢字", 1)).containsExactly("漢", "字");
        assertThat(Lines.broken("", 5)).containsExactly("");
    }

    @Test
    void losesNothingButTheBlanksItBreaksAt() {
        String text = "map<string, some.package_name.Message> and  more, of_it.all::over";
        for (int width = 1; width < 70; width++) {
            List<String> lines = Lines.broken(text, width);
            assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
            int most = width;
            assertThat(lines).allMatch(line -> line.length() <= most);
        }
    }

    @Test
    void neighboursOfAnArrayAreCountedOnCacheLines() {
        assertThat(CacheLines.Neighbours.of(64)).isEqualTo(new CacheLines.Neighbours(0, 1));
        assertThat(CacheLines.Neighbours.of(16).spread()).isZero();
        // Of 40 bytes: 0-39, 40-79 across, 80-119, 120-159 across, 160-199 across, 200-239, 240-279 across, 280-319.
        assertThat(CacheLines.Neighbours.of(40)).isEqualTo(new CacheLines.Neighbours(4, 8));
        assertThat(CacheLines.Neighbours.of(2_147_483_640).period()).isEqualTo(8);
    }
}
