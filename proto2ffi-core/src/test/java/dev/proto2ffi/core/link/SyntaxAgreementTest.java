package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.syntax.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken files: protoc and we refuse the same ones, with the first error on the same line. */
class SyntaxAgreementTest {
    private static final Path CASES = Path.of("src/test/cases").toAbsolutePath();

    /** How often each valid case is spoiled. */
    private static final int MUTATIONS = Integer.getInteger("proto2ffi.fuzz", 20);

    @TempDir
    Path scratch;

    static Stream<String> brokenSyntax() {
        return ProtocComparison.protosBelow(CASES.resolve("syntax")).stream();
    }

    static Stream<String> brokenRules() {
        return ProtocComparison.protosBelow(CASES.resolve("check")).stream();
    }

    static Stream<String> accepted() {
        return ProtocComparison.protosBelow(CASES.resolve("accepted")).stream();
    }

    static Stream<String> valid() {
        return ProtocComparison.protosBelow(CASES.resolve("valid")).stream();
    }

    @ParameterizedTest
    @MethodSource("brokenSyntax")
    void syntaxErrorsAreFoundWhereProtocFindsThem(String file) {
        new ProtocComparison(scratch, List.of(CASES.resolve("syntax"))).assertSameRejection(file);
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void brokenRulesAreFoundWhereProtocFindsThem(String file) {
        new ProtocComparison(scratch, List.of(CASES.resolve("check"))).assertSameRejection(file);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void whatLooksWrongButIsAcceptedIsAcceptedHereToo(String file) {
        new ProtocComparison(scratch, List.of(CASES.resolve("accepted"))).assertEqualDescriptors(List.of(file));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void spoiledFilesGetProtocsVerdict(String file) throws IOException {
        String schema = Files.readString(CASES.resolve("valid").resolve(file));
        ProtocComparison both = new ProtocComparison(scratch, List.of(scratch));
        List<String> disagreements = new ArrayList<>();
        for (int seed = 0; seed < MUTATIONS; seed++) {
            String spoiled = Mutations.mutate(schema, new Random(seed));
            Files.writeString(scratch.resolve("spoiled.proto"), spoiled);
            String disagreement = both.disagreement("spoiled.proto");
            if (disagreement != null) {
                disagreements.add(file + ", seed " + seed + ": " + disagreement);
            }
        }
        assertThat(disagreements).isEmpty();
    }
}
