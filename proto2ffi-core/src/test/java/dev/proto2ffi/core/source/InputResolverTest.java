package dev.proto2ffi.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputResolverTest {
    @TempDir
    Path dir;

    private Path file(String path) throws IOException {
        Path file = dir.resolve(path);
        Files.createDirectories(file.resolveSibling("x").getParent());
        return Files.writeString(file, "// " + path);
    }

    private static Inputs resolve(List<Path> files, Path... directories) throws InputException {
        return InputResolver.resolve(files, List.of(directories), List.of());
    }

    private static List<String> names(Inputs inputs) {
        return inputs.roots().stream().map(SourceFile::importName).toList();
    }

    private static List<InputProblem> problems(List<Path> files, Path... directories) {
        return catchThrowableOfType(InputException.class, () -> resolve(files, directories))
                .problems();
    }

    @Test
    void namesAFileByItsPathBelowTheImportDirectory() throws IOException {
        Path post = file("proto/social/post.proto");
        Inputs inputs = resolve(List.of(post), dir.resolve("proto"));
        assertThat(names(inputs)).containsExactly("social/post.proto");
        assertThat(inputs.roots().get(0).displayPath()).isEqualTo(post.toString());
    }

    @Test
    void takesTheFirstDirectoryThatHoldsTheFileAsProtocDoes() throws IOException {
        Path post = file("proto/social/post.proto");
        assertThat(names(resolve(List.of(post), dir.resolve("proto"), dir.resolve("proto/social"))))
                .containsExactly("social/post.proto");
        assertThat(names(resolve(List.of(post), dir.resolve("proto/social"), dir.resolve("proto"))))
                .containsExactly("post.proto");
    }

    @Test
    void acceptsAnImportNameInPlaceOfAPath() throws IOException {
        file("proto/social/post.proto");
        Inputs inputs = resolve(List.of(Path.of("social/post.proto")), dir.resolve("proto"));
        assertThat(names(inputs)).containsExactly("social/post.proto");
    }

    @Test
    void seesThatTwoSpellingsOfADirectoryAreOne() throws IOException {
        Path post = file("proto/social/post.proto");
        Path link = Files.createSymbolicLink(dir.resolve("link"), dir.resolve("proto"));
        assertThat(names(resolve(List.of(post), link))).containsExactly("social/post.proto");
        assertThat(names(resolve(List.of(post), dir.resolve("link/../proto/./"))))
                .containsExactly("social/post.proto");
    }

    @Test
    void compilesAFileOnceHoweverOftenItIsNamed() throws IOException {
        Path post = file("post.proto");
        assertThat(names(resolve(List.of(post, dir.resolve("./post.proto")), dir)))
                .containsExactly("post.proto");
    }

    @Test
    void givesAFileOutsideOfTheWorkingDirectoryItsOwnDirectoryForImports() throws IOException {
        Path post = file("post.proto");
        file("user.proto");
        Inputs inputs = resolve(List.of(post));
        assertThat(names(inputs)).containsExactly("post.proto");
        assertThat(inputs.imports().find("user.proto")).isNotNull();
    }

    @Test
    void looksInFurtherPlacesBehindTheDirectories() throws IOException {
        Path post = file("post.proto");
        ImportRoot jar = new ImportRoot() {
            @Override
            public SourceFile find(String importName) {
                return SourceFile.of(importName, "from the jar");
            }

            @Override
            public String description() {
                return "a jar";
            }
        };
        Inputs inputs = InputResolver.resolve(List.of(post), List.of(dir), List.of(jar));
        assertThat(inputs.imports().find("post.proto"))
                .extracting(f -> f.text(0, 2))
                .isEqualTo("//");
        assertThat(inputs.imports().find("other.proto"))
                .extracting(SourceFile::length)
                .isEqualTo(12);
    }

    @Test
    void refusesAFileThatAnEarlierDirectoryShadows() throws IOException {
        file("a/post.proto");
        Path second = file("b/post.proto");
        List<InputProblem> problems = problems(List.of(second), dir.resolve("a"), dir.resolve("b"));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(InputProblem.Kind.ARGUMENTS);
            assertThat(problem.message())
                    .contains("b/post.proto is shadowed by ")
                    .contains("a/post.proto");
            assertThat(problem.help()).contains("put the -I of");
        });
    }

    @Test
    void refusesTwoFilesOfTheSameNameWithoutImportDirectories() throws IOException {
        List<InputProblem> problems = problems(List.of(file("a/post.proto"), file("b/post.proto")));
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("is shadowed by"));
    }

    @Test
    void refusesAFileOutsideOfAllImportDirectoriesAndNamesOneThatWouldDo() throws IOException {
        Path post = file("a/post.proto");
        Files.createDirectory(dir.resolve("b"));
        assertThat(problems(List.of(post), dir.resolve("b"))).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(InputProblem.Kind.ARGUMENTS);
            assertThat(problem.message()).contains("lies in none of the import directories");
            assertThat(problem.help()).contains("add -I " + dir.resolve("a"));
        });
    }

    @Test
    void tellsOfEveryFileThatCannotBeRead() throws IOException {
        Path missing = dir.resolve("missing.proto");
        Path directory = Files.createDirectory(dir.resolve("dir"));
        List<InputProblem> problems = problems(List.of(missing, file("good.proto"), directory), dir);
        assertThat(problems)
                .extracting(InputProblem::message)
                .containsExactly(
                        "can't read " + missing + ": there is no such file",
                        "can't read " + directory + ": it is a directory, not a .proto file");
        assertThat(problems).extracting(InputProblem::kind).containsOnly(InputProblem.Kind.FILE_SYSTEM);
        assertThat(problems).extracting(InputProblem::help).noneMatch(String::isBlank);
    }

    @Test
    void tellsOfAnImportDirectoryThatIsNone() throws IOException {
        Path file = file("good.proto");
        assertThat(problems(List.of(file), dir.resolve("nowhere"), dir))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).endsWith("nowhere: there is no such directory"));
        assertThat(problems(List.of(file), file, dir))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).endsWith("it is a file, not a directory"));
    }

    @Test
    void hasAnExceptionMessageForThoseWhoOnlyPrintThat() {
        assertThatThrownBy(() -> resolve(List.of(dir.resolve("missing.proto")), dir))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("missing.proto: there is no such file");
    }
}
