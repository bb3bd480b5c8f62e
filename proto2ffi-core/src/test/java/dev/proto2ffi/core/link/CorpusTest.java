package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Public .proto files, unpacked by hand from the artifacts that ship them: {@code -Dproto2ffi.corpus=FOLDER}, where each
 * folder in it is the root of one artifact's files, and all of them are import roots for each other, in order of name.
 */
@EnabledIfSystemProperty(named = "proto2ffi.corpus", matches = ".+")
final class CorpusTest {
    @TempDir
    Path scratch;

    static Stream<Path> artifacts() {
        return folders().stream()
                .filter(each -> !ProtocComparison.protosBelow(each).isEmpty());
    }

    private static List<Path> folders() {
        try (Stream<Path> list =
                Files.list(Path.of(System.getProperty("proto2ffi.corpus")).toAbsolutePath())) {
            return list.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void descriptorsAndSourceInfoEqualThoseOfProtocToTheByte(Path artifact) {
        List<String> files = ProtocComparison.protosBelow(artifact);
        assertThat(files).isNotEmpty();
        List<Path> path = Stream.concat(Stream.of(artifact), folders().stream().filter(each -> !each.equals(artifact)))
                .toList();
        ProtocComparison both = new ProtocComparison(scratch, path);
        both.assertEqualDescriptors(files);
        both.assertEqualSourceInfo(files);
    }
}
