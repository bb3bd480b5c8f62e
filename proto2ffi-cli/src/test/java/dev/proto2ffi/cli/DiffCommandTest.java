package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.proto2ffi.cli.Cli.Result;
import dev.proto2ffi.core.evolve.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code proto2ffi diff}. */
class DiffCommandTest {
    private static final String POST = """
            syntax = "proto3";
            package social;
            import "proto2ffi/options.proto";
            message Post {
              uint64 id = 1;
              string title = 2 [(proto2ffi.field).max_size = 32];
            }
            """;

    private static final String WIDER = POST.replace("32", "64");

    @TempDir
    Path dir;

    private Cli cli = new Cli(Path.of(""));

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(dir);
        cli.write("old/post.proto", POST);
        cli.write("new/post.proto", WIDER);
    }

    private Result diff(String... more) {
        List<String> words = new ArrayList<>(List.of("diff"));
        words.addAll(List.of(more));
        words.add("DIR/old");
        words.add("DIR/new");
        return cli.run(words.toArray(String[]::new));
    }

    @Test
    void aFindingHasBothPlacesTheRuleAndTheWayOut() {
        Result result = diff();
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("""
                DIR/new/post.proto:6:10: error: social.Post.title is stored as char[64] and was char[32]; the struct takes 72 bytes and took 40 [string-bound-changed]
                    6 |   string title = 2 [(proto2ffi.field).max_size = 64];
                      |          ^^^^^
                   DIR/old/post.proto:6:10: before
                    6 |   string title = 2 [(proto2ffi.field).max_size = 32];
                      |          -----
                   help: choose bounds with room to spare from the start; for more text add a second field
                1 error: abi breaks, wire compatible, source compatible
                """);
    }

    @Test
    void theSameSchemaIsNoChange() {
        Result result = cli.run("diff", "DIR/old", "DIR/old/post.proto");
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("no change: abi compatible, wire compatible, source compatible\n");
    }

    @Test
    void eachSideMayBeFilesDirectoriesLocksOrDescriptorSets() throws IOException {
        cli.write("old/more.proto", "syntax = \"proto3\"; package social; message More { uint32 x = 1; }");
        cli.write("new/more.proto", "syntax = \"proto3\"; package social; message More { uint32 x = 1; }");
        assertThat(cli.run("lock", "-I", "DIR/old", "-o", "DIR/old.lock", "DIR/old/post.proto", "DIR/old/more.proto")
                        .code())
                .isZero();
        assertThat(cli.run(
                                "descriptor",
                                "-I",
                                "DIR/old",
                                "--include-imports",
                                "-o",
                                "DIR/old.binpb",
                                "DIR/old/post.proto",
                                "DIR/old/more.proto")
                        .code())
                .isZero();
        for (String old :
                List.of("DIR/old", "DIR/old.lock", "DIR/old.binpb", "DIR/old/post.proto,DIR/old/more.proto")) {
            Result result = cli.run("diff", old, "DIR/new");
            assertThat(result.code()).as(old).isEqualTo(1);
            assertThat(result.err()).as(old).isEmpty();
            assertThat(result.out()).as(old).contains("1 error: abi breaks, wire compatible, source compatible");
        }
        assertThat(cli.run("diff", "DIR/old.lock", "DIR/new").out())
                .contains("DIR/old.lock:28:3: before", "   at 8 size 32 align 1 data title char[32]");
    }

    @Test
    void filesOfOtherNamesAndFoldersAreTheSameFileWhereThereIsNoOther() throws IOException {
        cli.write("tmp/before.proto", POST);
        Result result = cli.run("diff", "DIR/tmp/before.proto", "DIR/old/post.proto");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).doesNotContain("declaration-moved");
        assertThat(result.code()).isZero();
    }

    @Test
    void eachSideHasImportsOfItsOwn() throws IOException {
        for (String side : List.of("old", "new")) {
            cli.write(
                    side + "-imports/common.proto",
                    "syntax = \"proto3\"; message Common { uint" + (side.equals("old") ? 32 : 64) + " x = 1; }");
            cli.write(
                    side + "/post.proto",
                    "syntax = \"proto3\"; import \"common.proto\"; message Post { Common c = 1; }");
        }
        assertThat(diff().err()).contains("common.proto").contains("error:");
        assertThat(diff().code()).isEqualTo(1);
        Result result = diff("--old-path", "DIR/old-imports", "--new-path", "DIR/new-imports");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("[member-type-changed]");
        assertThat(diff("-I", "DIR/old-imports").code()).isZero();
    }

    @Test
    void rulesAreChosenByCategoryAndName() {
        assertThat(diff("--category", "wire,source").code()).isZero();
        assertThat(diff("--category", "wire,source").out())
                .isEqualTo("no findings: abi not checked, wire compatible, source compatible\n");
        assertThat(diff("--category", "abi").code()).isEqualTo(1);
        assertThat(diff("--category", "wire", "--enable", "string-bound-changed")
                        .code())
                .isEqualTo(1);
        Result result = diff("--disable", "string-*");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("struct social.Post takes 72 bytes and took 40 [struct-size-changed]");
        assertThat(diff("--disable", "string-*,struct-*").code()).isZero();
    }

    @Test
    void findingsAreAcceptedByRuleAndName() {
        Result result = diff("--ignore", "string-bound-changed:social.Post.*");
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("1 accepted: abi compatible, wire compatible, source compatible\n");
        Result stale = diff("--ignore", "string-bound-changed:social.Post.text");
        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.err()).contains("warning: --ignore string-bound-changed:social.Post.text covers no finding");
    }

    @Test
    void theSeverityThatFailsIsChosen() throws IOException {
        cli.write("new/post.proto", POST.replace("message Post", "message Draft { uint32 x = 1; }\nmessage Post"));
        assertThat(diff().code()).isZero();
        assertThat(diff().out()).contains("new/post.proto:4:9: note: message social.Draft is new [message-added]");
        assertThat(diff("--fail-on", "note").code()).isEqualTo(1);
        cli.write("new/post.proto", WIDER);
        assertThat(diff("--fail-on", "never").code()).isZero();
    }

    @Test
    void servicesWhoseHandshakeFailsAreNamed() throws IOException {
        String service = "service Feed { rpc Get(Post) returns (Post); }\n";
        cli.write("old/post.proto", POST + service);
        cli.write("new/post.proto", WIDER + service);
        assertThat(diff().out())
                .contains("[service-fingerprint-changed]")
                .endsWith("at load Java refuses libraries of the other schema that have social.Feed\n");
    }

    @Test
    void jsonIsForPrograms() {
        assertThat(diff("--format", "json").out()).isEqualTo("""
                {"same": false, "breaking": true, "errors": 1, "warnings": 0, "notes": 0, "accepted": 0, \
                "categories": {"abi": "breaks", "wire": "compatible", "source": "compatible"}, "refused_services": [], \
                "findings": [
                  {"rule": "string-bound-changed", "category": "abi", "categories": ["abi"], "severity": "error", \
                "subject": "social.Post.title", \
                "message": "social.Post.title is stored as char[64] and was char[32]; the struct takes 72 bytes and took 40", \
                "old": {"file": "DIR/old/post.proto", "line": 6, "column": 10}, \
                "new": {"file": "DIR/new/post.proto", "line": 6, "column": 10}, \
                "advice": "choose bounds with room to spare from the start; for more text add a second field"}]}
                """);
    }

    @Test
    void markdownIsForPullRequests() {
        assertThat(diff("--format", "markdown").out()).isEqualTo("""
                ### Schema: 1 error

                abi **breaks**, wire **compatible**, source **compatible**

                | severity | rule | change | now | before | instead |
                |---|---|---|---|---|---|
                | error | `string-bound-changed` | social.Post.title is stored as char\\[64\\] and was char\\[32\\]; \
                the struct takes 72 bytes and took 40 | `DIR/new/post.proto:6:10` | `DIR/old/post.proto:6:10` | \
                choose bounds with room to spare from the start; for more text add a second field |
                """);
    }

    @Test
    void colourIsForTerminals() {
        Result result = cli.run(true, Map.of("TERM", "xterm"), "diff", "DIR/old", "DIR/new");
        assertThat(result.out()).contains("\u001B[1;31merror:");
    }

    @Test
    void theHelpAndTheListNameAllRules() {
        Result list = cli.run("diff", "--list-rules");
        assertThat(list.code()).isZero();
        String help = cli.run("help", "diff").out();
        String json = cli.run("diff", "--list-rules", "--format", "json").out();
        for (Rule rule : Rule.values()) {
            assertThat(list.out()).contains(rule.word() + " (" + rule.severity().word());
            assertThat(help).contains(rule.word());
            assertThat(json).contains("{\"rule\": \"" + rule.word() + "\"");
        }
    }

    @Test
    void mistakesOfTheCommandLineAreExplained() {
        assertThat(cli.run("diff", "DIR/old").code()).isEqualTo(2);
        assertThat(cli.run("diff", "DIR/old").err()).contains("expected two schemas, OLD and NEW, not 1");
        assertThat(diff("--disable", "no-such-rule").err())
                .contains("no rule for --disable 'no-such-rule'; 'proto2ffi diff --list-rules' shows them");
        assertThat(diff("--ignore", "member-moved").code()).isEqualTo(2);
        assertThat(diff("--category", "bytes").code()).isEqualTo(2);
        Result missing = cli.run("diff", "DIR/gone.lock", "DIR/new");
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err())
                .contains("there is no DIR/gone.lock")
                .contains("git show HEAD:proto2ffi.lock > old.lock");
    }

    @Test
    void aSideThatHoldsNothingIsRefused() throws IOException {
        cli.write("empty.lock", "");
        cli.write("empty.proto", "");
        for (String empty : List.of("DIR/empty.lock", "DIR/empty.proto", "DIR/old/post.proto,DIR/empty.proto")) {
            for (Result result : List.of(cli.run("diff", empty, "DIR/new"), cli.run("diff", "DIR/new", empty))) {
                assertThat(result.code()).as(empty).isEqualTo(3);
                assertThat(result.out()).as(empty).isEmpty();
                assertThat(result.err()).as(empty).contains("DIR/empty.", " is empty", "git show REVISION:FILE > ");
            }
        }
        for (String nothing : List.of("", " ", ",", " , ")) {
            Result result = cli.run("diff", nothing, "DIR/new");
            assertThat(result.code()).as(nothing).isEqualTo(3);
            assertThat(result.err())
                    .contains("a side of the comparison is '" + nothing + "', which names no file")
                    .contains("look whether a variable is empty");
        }
        assertThat(cli.run("diff", "DIR/old/post.proto,", "DIR/old").code()).isZero();
    }

    @Test
    void aDirectoryMayBeALink() throws IOException {
        try {
            Files.createSymbolicLink(cli.path("link"), cli.path("old"));
        } catch (IOException | UnsupportedOperationException e) {
            assumeThat(e).as("links are allowed").isNull();
        }
        assertThat(cli.run("diff", "DIR/link", "DIR/old").code()).isZero();
        assertThat(cli.run("diff", "DIR/link", "DIR/new").out()).contains("DIR/link/post.proto:6:10: before");
    }

    @Test
    void errorsOfBothSidesAreShown() throws IOException {
        cli.write("old/post.proto", POST.replace("uint64 id", "uint65 id"));
        cli.write("new/post.proto", POST.replace("uint64 id", "uint66 id"));
        Result result = diff();
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("DIR/old/post.proto:5:3: error:", "DIR/new/post.proto:5:3: error:");
    }

    @Test
    void whatIsNeitherSchemaNorLockIsSaidToBe() throws IOException {
        cli.write("notes.txt", "hello");
        Result result = cli.run("diff", "DIR/notes.txt", "DIR/new");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("DIR/notes.txt is no FileDescriptorSet");
    }
}
