package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code generate} of many files, again and again. */
class UnchangedTest {
    private static final int COUNT = 60;

    @TempDir
    Path dir;

    private Cli cli;
    private final List<String> words = new ArrayList<>();
    private List<Path> files = List.of();

    @BeforeEach
    void makeTree() throws IOException {
        cli = new Cli(dir);
        files = ManyFiles.make(dir.resolve("proto"), COUNT);
        words.addAll(List.of("generate", "-I", "DIR/proto", "--java-out", "DIR/j", "--c-out", "DIR/c"));
        words.addAll(List.of("--rust-out", "DIR/r"));
        files.forEach(file -> words.add(file.toString()));
    }

    private Result generate(String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(1, List.of(more));
        return cli.run(true, Map.of(), all.toArray(String[]::new));
    }

    private Map<Path, FileTime> tree() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path path : all.toList()) {
                times.put(path, Files.getLastModifiedTime(path));
            }
        }
        return times;
    }

    @Test
    void doesNoWorkTheSecondTimeAndWritesOnlyWhatAnEditChanges() throws IOException {
        assertThat(generate().err()).contains(" written, 0 unchanged");
        Map<Path, FileTime> before = tree();
        Result again = generate();
        assertThat(again.code()).isZero();
        assertThat(again.err()).doesNotContain("compiling").endsWith("nothing to do: 60 files and their imports are unchanged\n");
        assertThat(tree()).isEqualTo(before);

        Path edited = files.get(COUNT - 1);
        Files.writeString(edited, Files.readString(edited).replace("hidden", "shown"));
        assertThat(generate().err()).contains(" written, ");
        Map<Path, FileTime> after = tree();
        // Two of its three messages are nobody else's, and one is in a module file of its package.
        List<String> written = after.keySet().stream()
                .filter(path -> Files.isRegularFile(path) && !after.get(path).equals(before.get(path)))
                .map(path -> dir.relativize(path).toString())
                .filter(path -> !path.contains(".proto2ffi"))
                .toList();
        assertThat(written).hasSizeBetween(4, 12).allMatch(path -> path.contains("59") || path.startsWith("r/"));
        assertThat(generate().err()).contains("nothing to do");
    }

    @Test
    void worksAgainWhenForcedAndAfterAnError() throws IOException {
        generate();
        assertThat(generate("--force").err()).contains("0 written, ");
        Path edited = files.get(3);
        String good = Files.readString(edited);
        Files.writeString(edited, good.replace("uint64 id = 1;", "uint64 id = ;"));
        assertThat(generate().code()).isEqualTo(1);
        assertThat(generate().code()).isEqualTo(1);
        Files.writeString(edited, good);
        assertThat(generate().err()).contains("nothing to do");
    }

    @Test
    void tellsThatWarningsAreNotRepeated() throws IOException {
        cli.write("w.proto", "syntax = \"proto3\"; import \"google/protobuf/empty.proto\"; message W { int32 a = 1; }");
        String[] line = {"generate", "-I", "DIR", "--c-out", "DIR/w", "DIR/w.proto"};
        assertThat(cli.run(line).err()).contains("warning: ");
        Result again = cli.run(line);
        assertThat(again.code()).isZero();
        assertThat(again.err())
                .isEqualTo("note: nothing has changed; 1 warning of the run that generated it not repeated\n"
                        + "   help: --force generates again, and shows them\n");
        String[] forced = {"generate", "--force", "-I", "DIR", "--c-out", "DIR/w", "DIR/w.proto"};
        assertThat(cli.run(forced).err()).contains("warning: ");
    }
}
