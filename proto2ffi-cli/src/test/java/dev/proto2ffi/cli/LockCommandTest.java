package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code proto2ffi lock}. */
class LockCommandTest {
    private static final String POST = """
            syntax = "proto3";
            package social;
            message Post {
              uint64 id = 1;
              uint64 likes = 2;
            }
            """;

    @TempDir
    Path dir;

    private Cli cli = new Cli(Path.of(""));

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(dir);
        cli.write("post.proto", POST);
    }

    private Result lock(String... more) {
        List<String> words = new ArrayList<>(List.of("lock", "-I", "DIR", "-o", "DIR/proto2ffi.lock"));
        words.addAll(List.of(more));
        words.add("DIR/post.proto");
        return cli.run(words.toArray(String[]::new));
    }

    @Test
    void theFileHasLayoutsAndNumbersAndNoPlacesOfThisMachine() {
        Result result = lock();
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(cli.path("proto2ffi.lock"))
                .content()
                .startsWith("proto2ffi-lock 1\n")
                .contains("file post.proto\n", "message social.Post\n  size 16\n", "  field 2 likes uint64\n")
                .doesNotContain(dir.toString());
    }

    @Test
    void theStandardOutputWillDo() {
        Result result = cli.run("lock", "-I", "DIR", "-o", "-", "DIR/post.proto");
        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("proto2ffi-lock 1\n");
    }

    @Test
    void aFileThatIsRightKeepsItsTime() throws IOException {
        lock();
        FileTime past = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(cli.path("proto2ffi.lock"), past);
        lock();
        assertThat(Files.getLastModifiedTime(cli.path("proto2ffi.lock"))).isEqualTo(past);
        cli.write("post.proto", POST.replace("likes", "hearts"));
        lock();
        assertThat(Files.getLastModifiedTime(cli.path("proto2ffi.lock"))).isNotEqualTo(past);
    }

    @Test
    void anEditIsASmallChangeOfTheText() throws IOException {
        lock();
        List<String> before = Files.readAllLines(cli.path("proto2ffi.lock"));
        cli.write("post.proto", POST.replace("  uint64 likes = 2;\n", "  uint64 likes = 2;\n  uint64 views = 3;\n"));
        lock();
        List<String> after = new ArrayList<>(Files.readAllLines(cli.path("proto2ffi.lock")));
        after.removeAll(before);
        assertThat(after)
                .hasSize(4)
                .contains("  size 24", "  field 3 views uint64", "  at 16 size 8 align 8 data views uint64_t");
    }

    @Test
    void verifyIsSilentWhereNothingChanged() {
        lock();
        Result result = lock("--verify");
        assertThat(result.code()).isZero();
        assertThat(result.out() + result.err()).isEmpty();
    }

    @Test
    void verifyShowsWhatChangedInBothFilesAndWritesNothing() throws IOException {
        lock();
        String before = Files.readString(cli.path("proto2ffi.lock"));
        cli.write("post.proto", POST.replace("  uint64 likes = 2;\n", "  uint64 likes = 2;\n  uint64 views = 3;\n"));
        Result result = lock("--verify");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains(
                        "DIR/post.proto:6:10: error: social.Post.views (uint64_t at 16) is new, behind the old members; "
                                + "the struct takes 24 bytes and took 16 [member-appended]")
                .contains("    6 |   uint64 views = 3;")
                .contains("error: DIR/proto2ffi.lock isn't what the schema says any more")
                .contains("help: if the change is wanted, write the file again with 'proto2ffi lock' and commit it");
        assertThat(cli.path("proto2ffi.lock")).hasContent(before);

        cli.write("post.proto", POST.replace("uint64 likes", "uint32 likes"));
        assertThat(lock("--verify").err())
                .contains("DIR/post.proto:5:10: error: social.Post.likes is stored as uint32_t and was uint64_t")
                .contains("DIR/proto2ffi.lock:16:3: before")
                .contains("   16 |   at 8 size 8 align 8 data likes uint64_t");
    }

    @Test
    void driftThatNoRuleIsAboutIsDriftAllTheSame() throws IOException {
        cli.write("post.proto", POST + "enum Kind { KIND_A = 0; KIND_B = 1; KIND_C = 2; }\n");
        lock();
        cli.write("post.proto", POST + "enum Kind { KIND_A = 0; KIND_C = 2; KIND_B = 1; }\n");
        Result result = lock("--verify");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains(": it has 'value 1 KIND_B' where 'value 2 KIND_C' is expected");
    }

    @Test
    void verifyWithoutAFileSaysHowToGetOne() {
        Result result = lock("--verify");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .contains("error: can't verify DIR/proto2ffi.lock: there is no such file")
                .contains("help: write it with 'proto2ffi lock', and commit it");
    }

    @Test
    void aBadLockFileIsAnErrorAtItsLine() throws IOException {
        lock();
        Path file = cli.path("proto2ffi.lock");
        Files.writeString(file, Files.readString(file).replace("  size 16", "  size many"));
        Result result = lock("--verify");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("DIR/proto2ffi.lock:9:8: error: expected a number of bytes, not many")
                .contains("help: a lock file is made, not edited: write it again with 'proto2ffi lock'");
    }

    @Test
    void aWrongSchemaIsNotLocked() throws IOException {
        cli.write("post.proto", POST.replace("uint64 id", "uint65 id"));
        assertThat(lock().code()).isEqualTo(1);
        assertThat(cli.path("proto2ffi.lock")).doesNotExist();
    }
}
