package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No path has such letters on Windows. */
@DisabledOnOs(OS.WINDOWS)
class FilePatternsTest {
    @TempDir
    Path dir;

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name : List.of("a.proto", "b.proto", "b.txt", "s/c.proto", "s/t/d.proto", ".h/e.proto", "x[1]/f.proto")) {
            Path file = dir.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
    }

    private String expand(String pattern) throws IOException {
        List<Path> found = FilePatterns.expand(List.of(dir.resolve(pattern)));
        return String.join(" ", found.stream().map(path -> dir.relativize(path).toString()).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "*.proto, a.proto b.proto",
        "?.proto, a.proto b.proto",
        "**/*.proto, a.proto b.proto s/c.proto s/t/d.proto x[1]/f.proto",
        "s/**/*.proto, s/c.proto s/t/d.proto",
        "*/*.proto, s/c.proto x[1]/f.proto",
        "x[1]/*, x[1]/f.proto",
        "a.proto, a.proto",
        "*.none, *.none",
        "none/*.proto, none/*.proto"
    })
    void findsWhatAShellWouldFind(String pattern, String files) throws IOException {
        assertThat(expand(pattern)).isEqualTo(files);
    }

    @Test
    void aFileWithSuchANameIsThatFile() throws IOException {
        Files.writeString(dir.resolve("a*.proto"), "");
        assertThat(expand("a*.proto")).isEqualTo("a*.proto");
    }

    @Test
    void namesTheDirectoriesInWhichFilesMayAppear() throws IOException {
        assertThat(FilePatterns.directories(List.of(dir.resolve("*.proto"), dir.resolve("a.proto"))))
                .containsExactly(dir);
        assertThat(FilePatterns.directories(List.of(dir.resolve("s/**/*.proto"))))
                .containsExactlyInAnyOrder(dir.resolve("s"), dir.resolve("s/t"));
    }
}
