package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases in src/test/cases/link, which protoc and the linker must see alike. */
final class ProtocAgreementTest {
    private static final Path CASES = Path.of("src/test/cases/link").toAbsolutePath();

    @TempDir
    Path scratch;

    static Stream<String> good() {
        return ProtocComparison.protosBelow(CASES.resolve("good")).stream();
    }

    static Stream<String> bad() {
        return ProtocComparison.protosBelow(CASES.resolve("bad")).stream();
    }

    @ParameterizedTest
    @MethodSource("good")
    void descriptorsEqualThoseOfProtocToTheByte(String file) {
        new ProtocComparison(scratch, List.of(CASES.resolve("good"), CASES.resolve("imports")))
                .assertEqualDescriptors(List.of(file));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void theFirstErrorIsOnTheLineThatProtocNames(String file) {
        new ProtocComparison(scratch, List.of(CASES.resolve("bad"), CASES.resolve("imports")))
                .assertSameRejection(file);
    }

    @Test
    void allCasesTogetherGiveProtocsOrderOfFiles() {
        List<String> files = good().toList();
        assertThat(files).hasSizeGreaterThan(10);
        new ProtocComparison(scratch, List.of(CASES.resolve("good"), CASES.resolve("imports")))
                .assertEqualDescriptors(files.stream()
                        .filter(each -> !each.equals("no_syntax.proto"))
                        .toList());
    }

    @Test
    void theFilesThatComeWithProtobufAreEqual() {
        new ProtocComparison(scratch, List.of()).assertEqualDescriptors(ProtocComparison.WELL_KNOWN);
    }
}
