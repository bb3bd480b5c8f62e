package dev.proto2ffi.core.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.ArchiveRoot;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules from outside of the .proto files, through the whole compiler. */
class SideFilesTest {
    private static final String POST = "syntax = \"proto3\"; package social; import \"base/author.proto\";"
            + " message Post { uint64 content = 1; base.Author author = 2; }";
    private static final String AUTHOR = "syntax = \"proto3\"; package base; message Author { uint64 name = 1; }";

    @TempDir
    Path root;

    private final Diagnostics diagnostics = new Diagnostics();

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Size of a struct. */
    private int size(String message, List<Path> directories, List<ImportRoot> more, String... rules)
            throws IOException {
        LayoutReport report = Compiler.layout(request(directories, more, null, rules), diagnostics);
        assertThat(diagnostics.hasErrors()).as("%s", diagnostics.all()).isFalse();
        String json = report.only(Set.of(message)).json();
        return Integer.parseInt(json.replaceAll("(?s).*?\"size\": (\\d+).*", "$1"));
    }

    private int size(String message, String... rules) throws IOException {
        return size(message, List.of(root.resolve("proto")), List.of(), rules);
    }

    private CompileRequest request(List<Path> directories, List<ImportRoot> more, @Nullable Path set, String... rules) {
        return new CompileRequest(
                List.of(set == null ? root.resolve("proto/social/post.proto") : Path.of("social/post.proto")),
                directories,
                more,
                set,
                Stream.of(rules).map(rule -> SourceFile.of("--option", rule)).toList(),
                Set.of(),
                false,
                "test");
    }

    @Test
    void aSideFileIsFoundBesideTheFileAndItsImports() throws IOException {
        write("proto/social/post.proto", POST);
        write("proto/base/author.proto", AUTHOR);
        assertThat(size("social.Post")).isEqualTo(16);
        write("proto/social/post.options", "social.Post.content int_size:IS_8");
        assertThat(size("social.Post")).isEqualTo(16);
        write("proto/base/author.options", "base.Author.name int_size:IS_32");
        assertThat(size("social.Post")).isEqualTo(8);
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void aSideFileInAJarIsForTheFileInThatJar() throws IOException {
        write("proto/social/post.proto", POST);
        Path jar = jar(Map.of("base/author.proto", AUTHOR, "base/author.options", "*.name int_size:IS_32"));
        List<Path> directories = List.of(root.resolve("proto"));
        assertThat(size("base.Author", directories, List.of(new ArchiveRoot(jar))))
                .isEqualTo(4);
    }

    @Test
    void aSideFileInAnotherPlaceThanItsFileIsNotRead() throws IOException {
        write("proto/social/post.proto", POST);
        write("proto/base/author.proto", AUTHOR);
        write("other/base/author.options", "base.Author.name int_size:IS_32");
        List<Path> directories = List.of(root.resolve("other"), root.resolve("proto"));
        assertThat(size("base.Author", directories, List.of())).isEqualTo(8);
    }

    @Test
    void aRuleOfTheRunWinsOverTheSideFileAndTheProtoOverBoth() throws IOException {
        write("proto/base/author.proto", AUTHOR);
        write("proto/social/post.proto", POST);
        write("proto/base/author.options", "base.Author.name int_size:IS_32");
        assertThat(size("base.Author", "base.* int_size:IS_16")).isEqualTo(2);
        assertThat(size("base.Author", "base.* int_size:IS_16", "base.Author.name int_size:IS_8"))
                .isEqualTo(1);
        write(
                "proto/base/author.proto",
                "syntax = \"proto3\"; package base; import \"proto2ffi/options.proto\";"
                        + " message Author { uint64 name = 1 [(proto2ffi.field).int_size = IS_32]; }");
        assertThat(size("base.Author", "base.* int_size:IS_16")).isEqualTo(4);
    }

    @Test
    void theLastRuleThatMatchesWins() throws IOException {
        write("proto/base/author.proto", AUTHOR);
        write("proto/social/post.proto", POST);
        write("proto/base/author.options", "base.Author.name int_size:IS_32\n* int_size:IS_16\n");
        assertThat(size("base.Author")).isEqualTo(2);
    }

    @Test
    void anErrorInARuleOfTheRunStandsInTheArgument() throws IOException {
        write("proto/base/author.proto", AUTHOR);
        write("proto/social/post.proto", POST);
        LayoutReport report = Compiler.layout(
                request(List.of(root.resolve("proto")), List.of(), null, "base.Author.name align:0"), diagnostics);
        assertThat(report).isNull();
        assertThat(diagnostics.all()).singleElement().asString().startsWith("--option:1:24: error: align 0");
    }

    @Test
    void anErrorOfAWildcardIsSaidOnce() throws IOException {
        write("proto/base/author.proto", AUTHOR);
        write("proto/social/post.proto", POST);
        Compiler.layout(request(List.of(root.resolve("proto")), List.of(), null, "* align:3"), diagnostics);
        assertThat(diagnostics.all()).hasSize(1);
    }

    @Test
    void aRuleForAnotherFileIsSentThere() throws IOException {
        write("proto/base/author.proto", AUTHOR);
        write("proto/social/post.proto", POST);
        write("proto/social/post.options", "base.Author.name int_size:IS_32");
        assertThat(size("base.Author")).isEqualTo(8);
        assertThat(diagnostics.all()).singleElement().satisfies(said -> {
            assertThat(said.message()).contains("base.Author.name is declared in base/author.proto");
            assertThat(said.help()).contains("base/author.options");
        });
    }

    @Test
    void theSideFileOfAnImportWithoutAPartInTheOutputIsLeftAside() throws IOException {
        write("proto/base/author.proto", AUTHOR);
        write("proto/base/author.options", "not a rule");
        write(
                "proto/social/post.proto",
                "syntax = \"proto3\"; package social; import public \"base/author.proto\";"
                        + " message Post { uint64 id = 1; }");
        assertThat(size("social.Post")).isEqualTo(8);
    }

    @Test
    void aDescriptorSetTakesRulesOfTheRunOnly() throws IOException {
        write("proto/base/author.proto", AUTHOR);
        write("proto/social/post.proto", POST);
        write("proto/base/author.options", "base.Author.name int_size:IS_32");
        DescriptorSet set = Compiler.descriptors(request(List.of(root.resolve("proto")), List.of(), null), diagnostics);
        Path file = root.resolve("set.binpb");
        Files.write(file, set.bytes(true, false));
        LayoutReport plain = Compiler.layout(request(List.of(), List.of(), file), diagnostics);
        LayoutReport ruled =
                Compiler.layout(request(List.of(), List.of(), file, "base.Author.name int_size:IS_16"), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        assertThat(plain.only(Set.of("base.Author")).json()).contains("\"size\": 8");
        assertThat(ruled.only(Set.of("base.Author")).json()).contains("\"size\": 2");
    }

    private Path jar(Map<String, String> entries) throws IOException {
        Path jar = root.resolve("schemas.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return jar;
    }
}
