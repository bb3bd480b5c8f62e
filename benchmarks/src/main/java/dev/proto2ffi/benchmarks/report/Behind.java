package dev.proto2ffi.benchmarks.report;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of ours that takes more than 1.5 times as long as its native twin, or longer than a peer.
 *
 * @param peer the fastest, where it is faster by more than both errors; null otherwise
 * @param cause as it was found by profiling; null where it wasn't yet
 */
public record Behind(Row row, @Nullable Row peer, @Nullable Cause cause) {
    /** Behind native code from here. */
    public static final double LIMIT = 1.5;

    /**
     * Why rows are behind, of {@code causes.json}.
     *
     * @param shape with {@code *} for any letters, as with the other patterns
     * @param mode null for any
     * @param parameters their values as {@link Row#parameterValues} has them; null for any
     * @param evidence how the cause was found
     */
    public record Cause(
            String category,
            String shape,
            @Nullable String mode,
            @Nullable String parameters,
            String cause,
            String evidence) {

        boolean explains(Row row) {
            return category.equals(row.category())
                    && Glob.matches(shape, row.shape())
                    && (mode == null || Glob.matches(mode, row.mode()))
                    && (parameters == null || Glob.matches(parameters, row.parameterValues()));
        }
    }

    /** Of a run, the farthest behind native code first. */
    public static List<Behind> of(Rows rows, List<Cause> causes) {
        List<Behind> all = new ArrayList<>();
        rows.ours().forEach(row -> {
            Optional<Row> peer = rows.fastestPeer(row).filter(fastest -> isFaster(fastest, row));
            if (peer.isPresent() || isBehindNative(row)) {
                all.add(new Behind(
                        row,
                        peer.orElse(null),
                        causes.stream()
                                .filter(cause -> cause.explains(row))
                                .findFirst()
                                .orElse(null)));
            }
        });
        all.sort(Comparator.comparingDouble(behind -> -behind.nativeRatio()));
        return all;
    }

    /** Those of the resource. */
    public static List<Cause> causes() {
        return List.of(new Gson().fromJson(Resource.text("causes.json"), Cause[].class));
    }

    public boolean isBehindNative() {
        return isBehindNative(row);
    }

    /** In words: what it is behind. */
    public String whom() {
        List<String> whom = new ArrayList<>();
        if (isBehindNative()) {
            whom.add("native code");
        }
        if (peer != null) {
            whom.add(String.format(
                    Locale.ROOT,
                    "%s (%s): %s times as long",
                    peer.contender().label(),
                    peer.shape(),
                    Numbers.ratioText(row.time().median() / peer.time().median())));
        }
        return String.join("; ", whom);
    }

    private static boolean isBehindNative(Row row) {
        return row.ratio() != null && row.ratio().value() > LIMIT;
    }

    /** By more than the errors of both, each at most a tenth. */
    private static boolean isFaster(Row peer, Row ours) {
        return peer.time().median() + capped(peer) < ours.time().median() - capped(ours);
    }

    private static double capped(Row row) {
        return Math.min(row.time().errorOrZero(), row.time().median() * Agreement.CAP);
    }

    private double nativeRatio() {
        return row.ratio() == null ? 0 : row.ratio().value();
    }
}
