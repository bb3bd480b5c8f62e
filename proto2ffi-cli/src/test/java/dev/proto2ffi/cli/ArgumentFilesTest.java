package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentFilesTest {
    @TempDir
    Path dir;

    private String[] expand(String text) throws IOException {
        Path file = Files.writeString(dir.resolve("args"), text);
        return ArgumentFiles.expand("before", "@" + file, "after");
    }

    @Test
    void argumentsAreSeparatedByWhiteSpace() throws IOException {
        assertThat(expand("a  b\r\n\tc\n\n")).containsExactly("before", "a", "b", "c", "after");
        assertThat(expand("")).containsExactly("before", "after");
    }

    @Test
    void quotesKeepSpacesWhereverTheyStand() throws IOException {
        assertThat(expand("'two words' --out=\"my dir\"/x '' \"it's\""))
                .containsExactly("before", "two words", "--out=my dir/x", "", "it's", "after");
    }

    @Test
    void backslashesAreOrdinary() throws IOException {
        assertThat(expand("C:\\new\\table.proto \"C:\\my dir\\\""))
                .containsExactly("before", "C:\\new\\table.proto", "C:\\my dir\\", "after");
    }

    @Test
    void commentsBeginWhereAnArgumentCould() throws IOException {
        assertThat(expand("# all 'of this\na#b #c\n'#d'")).containsExactly("before", "a#b", "#d", "after");
    }

    @Test
    void filesMayNameFilesButNotThemselves() throws IOException {
        Path inner = Files.writeString(dir.resolve("inner"), "x y");
        assertThat(expand("@" + inner + " @" + inner)).containsExactly("before", "x", "y", "x", "y", "after");
        assertThatThrownBy(() -> expand("@" + dir.resolve("args"))).hasMessageContaining("it names itself");
    }

    @Test
    void twoSignsAreOne() {
        assertThat(ArgumentFiles.expand("@@x", "@", "a@b")).containsExactly("@x", "@", "a@b");
    }

    @Test
    void namesAreInUtf8WithOrWithoutAMark() throws IOException {
        assertThat(expand("\uFEFFgröße.proto")).containsExactly("before", "größe.proto", "after");
        Files.write(dir.resolve("latin"), new byte[] {'a', (byte) 0xE4});
        assertThatThrownBy(() -> ArgumentFiles.expand("@" + dir.resolve("latin")))
                .hasMessageContaining("is not UTF-8");
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertThatThrownBy(() -> expand("a\nb \"c\n")).hasMessageEndingWith("args: the quote in line 2 has no end");
        Cli.Result missing = new Cli(dir).run("check", "@DIR/none");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err())
                .startsWith("error: can't read the argument file DIR/none: there is no such file; write @@ for an ")
                .contains("help: ");
        Cli.Result directory = new Cli(dir).run("check", "@DIR");
        assertThat(directory.code()).isEqualTo(2);
        assertThat(directory.err()).startsWith("error: can't read the argument file DIR: it is a directory");
    }
}
