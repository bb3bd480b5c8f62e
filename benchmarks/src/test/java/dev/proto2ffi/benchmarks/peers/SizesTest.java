package dev.proto2ffi.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.harness.Contender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of encoded sizes in benchmarks/README.md, line by line. */
class SizesTest {
    @ParameterizedTest
    @EnumSource(names = {"PROTO2FFI", "JEXTRACT", "SBE", "FLATBUFFERS", "PROTOBUF_JAVA"})
    void theReadmeHasTheSizesOfToday(Contender contender) throws Exception {
        String line = String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s |",
                contender.label(),
                mean(contender, Kind.REACTION),
                mean(contender, Kind.COMMENT),
                mean(contender, Kind.POST));
        assertThat(Files.readString(Path.of("README.md"))).contains(line);
    }

    /** Bytes of a message, the mean of all. */
    private static String mean(Contender contender, Kind kind) {
        try (Work work = PeersTest.work(contender, kind)) {
            double mean = IntStream.range(0, Work.OPERATIONS)
                    .map(work::bytes)
                    .average()
                    .orElseThrow();
            return String.format(Locale.ROOT, "%,.0f", mean);
        }
    }
}
