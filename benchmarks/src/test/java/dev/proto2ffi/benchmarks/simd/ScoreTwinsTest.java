package dev.proto2ffi.benchmarks.simd;

import static org.assertj.core.api.Assertions.assertThat;

import bench.ffi.NewsFeedItem;
import dev.proto2ffi.benchmarks.Twins;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is compared must be the same work: every score the same, to the last bit. */
class ScoreTwinsTest {
    /** What one contender does; how many scores it says that it made. */
    @FunctionalInterface
    private interface Work {
        long on(Items items) throws Throwable;
    }

    private static double[] structScores(Work work) {
        try (Items items = new Items()) {
            assertThat(Twins.<Long>call(() -> work.on(items))).isEqualTo(ColumnScores.CAPACITY);
            return items.structs.stream().mapToDouble(NewsFeedItem::score).toArray();
        }
    }

    private static double[] columnScores(Work work) {
        try (Items items = new Items()) {
            assertThat(Twins.<Long>call(() -> work.on(items))).isEqualTo(ColumnScores.CAPACITY);
            return IntStream.range(0, ColumnScores.CAPACITY)
                    .mapToDouble(i -> ColumnScores.get(items.columns, ColumnScores.SCORE, i))
                    .toArray();
        }
    }

    private static double[] expected() {
        try (Items items = new Items()) {
            ColumnScores.arrays(items.affinity, items.engagement, items.relevance, items.freshness, items.score);
            return items.score;
        }
    }

    private static Work done(Consumer<Items> work) {
        return items -> {
            work.accept(items);
            return ColumnScores.CAPACITY;
        };
    }

    @Test
    void theScoreIsTheWeightedSum() {
        assertThat(Weights.score(1, 0, 0, 0)).isEqualTo(0.4);
        assertThat(Weights.score(0, 1, 0, 0)).isEqualTo(0.3);
        assertThat(Weights.score(0, 0, 1, 0)).isEqualTo(0.2);
        assertThat(Weights.score(0, 0, 0, 1)).isEqualTo(0.1);
        assertThat(DoubleStream.of(expected())).allMatch(score -> score > 0 && score < 1);
    }

    @Test
    void allShapesInJavaDoTheSame() {
        assertThat(structScores(done(items -> StructScores.forEach(items.structs))))
                .isEqualTo(expected());
        assertThat(structScores(done(items -> StructScores.byOffset(items.structs.segment()))))
                .isEqualTo(expected());
        assertThat(columnScores(done(items -> ColumnScores.segment(items.columns))))
                .isEqualTo(expected());
        assertThat(columnScores(done(items -> ColumnScores.buffer(items.buffer))))
                .isEqualTo(expected());
    }

    @Test
    void cDoesTheSame() {
        assertThat(structScores(items -> new NativeScores.C().structs(items.structs)))
                .isEqualTo(expected());
        assertThat(columnScores(items -> new NativeScores.C().columns(items.columns)))
                .isEqualTo(expected());
        assertThat(columnScores(items -> new NativeScores.C().widest(items.columns)))
                .isEqualTo(expected());
    }

    @Test
    void rustDoesTheSame() {
        assertThat(structScores(items -> new NativeScores.Rust().structs(items.structs)))
                .isEqualTo(expected());
        assertThat(columnScores(items -> new NativeScores.Rust().columns(items.columns)))
                .isEqualTo(expected());
    }
}
