package dev.proto2ffi.benchmarks.report;

import dev.proto2ffi.benchmarks.harness.Contender.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of a run, and who stands beside whom. */
public final class Rows {
    private final List<Row> all;

    public Rows(List<Row> all) {
        this.all = List.copyOf(all);
    }

    /** The same rows, each with its ratio to its native twin, and with the published figures of today's resources. */
    public static List<Row> completed(List<Row> rows) {
        Rows known = new Rows(rows);
        return rows.stream()
                .map(row -> row.beside(
                        known.twin(row)
                                .map(twin -> Row.Ratio.of(row.time(), twin.time()))
                                .orElse(null),
                        Figures.PUBLISHED.of(row)))
                .toList();
    }

    public List<Row> all() {
        return all;
    }

    public List<Row> of(String category) {
        return all.stream().filter(row -> row.category().equals(category)).toList();
    }

    /** Those of generated code and the runtime. */
    public Stream<Row> ours() {
        return all.stream().filter(row -> row.kind() == Kind.OURS);
    }

    /** Never itself. In the same mode, else where the mode doesn't matter, else in the other mode. Native code is the same in all. */
    public Optional<Row> twin(Row row) {
        return all.stream()
                .filter(other -> other.isCaseOf(row) && other.shape().equals(row.twin()))
                .filter(other -> !other.shape().equals(row.shape()))
                .min(nearestMode(row));
    }

    /** The fastest peer that does the same work: of the same case, and with the same native twin. */
    public Optional<Row> fastestPeer(Row row) {
        return all.stream()
                .filter(other -> other.kind() == Kind.PEER
                        && other.isCaseOf(row)
                        && other.twin().equals(row.twin())
                        && (other.mode().equals(row.mode()) || other.mode().equals(Row.PLAIN)))
                .min(Comparator.comparingDouble(peer -> peer.time().median()));
    }

    /** The row of ours, or of another, by the words of a resource; the safe one before the raw one. */
    Optional<Row> named(String category, String parameterValues, String shape) {
        return all.stream()
                .filter(row -> row.category().equals(category)
                        && row.shape().equals(shape)
                        && (parameterValues.equals("*") || row.parameterValues().equals(parameterValues)))
                .min(Comparator.comparingInt(row -> Objects.equals(row.mode(), Row.RAW) ? 1 : 0));
    }

    private static Comparator<Row> nearestMode(Row row) {
        return Comparator.comparingInt(other -> {
            if (other.mode().equals(row.mode())) {
                return 0;
            }
            return other.mode().equals(Row.PLAIN) ? 1 : 2;
        });
    }
}
