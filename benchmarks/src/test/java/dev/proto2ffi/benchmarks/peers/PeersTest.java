package dev.proto2ffi.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.Twins;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.harness.NotHereException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.infra.Blackhole;
import org.opentest4j.TestAbortedException;

/** What is compared must be the same work: all contenders hold the same values, and change them in the same way. */
class PeersTest {
    private static final Values VALUES = new Values();

    private static final Blackhole SINK = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    static Stream<Arguments> contenders() {
        List<Contender> contenders = List.of(
                Contender.PROTO2FFI,
                Contender.RUST,
                Contender.C,
                Contender.PROTOBUF_JAVA,
                Contender.SBE,
                Contender.FLATBUFFERS,
                Contender.JEXTRACT,
                Contender.RECORDS);
        return contenders.stream()
                .flatMap(contender -> Stream.of(Kind.values()).map(kind -> Arguments.of(contender, kind)));
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void everyFieldHoldsItsValue(Contender contender, Kind kind) {
        try (Work work = work(contender, kind)) {
            assertThat(values(work)).isEqualTo(expected(kind));
        }
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void writingLeavesTheLastValue(Contender contender, Kind kind) throws Throwable {
        try (Work work = work(contender, kind)) {
            assertThat(work.write()).isPositive();
            assertThat(work.written()).isEqualTo(expected(kind).get(Work.HANDFUL - 1));
        }
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void readingSeesEveryField(Contender contender, Kind kind) throws Throwable {
        try (Work work = work(contender, kind)) {
            assertThat(work.read(SINK)).isEqualTo(Expected.sum(expected(kind).subList(0, Work.HANDFUL)) * Work.PASSES);
        }
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void updatingChangesTwoNumbersInPlace(Contender contender, Kind kind) throws Throwable {
        List<Record> updated = new ArrayList<>(expected(kind));
        long sum = 0;
        for (int pass = 0; pass < Work.PASSES; pass++) {
            for (int i = 0; i < Work.HANDFUL; i++) {
                updated.set(i, Expected.updated(updated.get(i)));
                sum += Expected.firstUpdated(updated.get(i));
            }
        }
        try (Work work = work(contender, kind)) {
            assertThat(work.update()).isEqualTo(sum);
            assertThat(values(work)).isEqualTo(updated);
        }
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void aPassReadsTwoNumbersAndWritesOneWhereItCan(Contender contender, Kind kind) throws Throwable {
        List<Record> all = expected(kind);
        List<Record> scanned = all.stream().map(Expected::scanned).toList();
        try (Work work = work(contender, kind)) {
            assertThat(work.scan())
                    .isEqualTo(scanned.stream().mapToLong(Expected::scan).sum());
            assertThat(values(work)).isEqualTo(work.scanWrites() ? scanned : all);
        }
    }

    private static List<Record> expected(Kind kind) {
        return switch (kind) {
            case REACTION -> List.of(VALUES.reactions());
            case COMMENT -> List.of(VALUES.comments());
            case POST -> List.of(VALUES.posts());
        };
    }

    private static List<Record> values(Work work) {
        return IntStream.range(0, Work.OPERATIONS).mapToObj(work::value).toList();
    }

    /** Skips the test, loudly, where the machine lacks what the contender is made of. */
    static Work work(Contender contender, Kind kind) {
        if (contender == Contender.FLATBUFFERS) {
            return flatBuffers(kind);
        }
        return Twins.call(() -> Works.of(contender, kind, VALUES));
    }

    @SuppressWarnings("SystemOut") // a skipped test must be seen
    private static Work flatBuffers(Kind kind) {
        try {
            return Works.of(Contender.FLATBUFFERS, kind, VALUES);
        } catch (NotHereException e) {
            if (Boolean.getBoolean("proto2ffi.requireTools")) {
                throw e;
            }
            System.err.println("SKIPPED: " + e.getMessage());
            throw new TestAbortedException(e.getMessage(), e);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
