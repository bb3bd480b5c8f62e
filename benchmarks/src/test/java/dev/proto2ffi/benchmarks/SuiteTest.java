package dev.proto2ffi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.harness.Comparison;
import dev.proto2ffi.benchmarks.run.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuiteTest {
    @ParameterizedTest
    @EnumSource
    void everyCategoryHasBenchmarks(Suite.Category category) {
        assertThat(Suite.plan(List.of(category), true)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyBenchmarkNamesATwinOfItsClass(Suite.Category category) {
        List<Comparison> all = Suite.plan(List.of(category), true).stream()
                .map(task -> Comparison.of(task.benchmark()))
                .toList();
        Set<String> shapes =
                all.stream().map(one -> one.benchmark() + "." + one.shape()).collect(Collectors.toSet());
        assertThat(all).allSatisfy(one -> {
            assertThat(shapes).contains(one.benchmark() + "." + one.compared().to());
            assertThat(one.compared().operations()).isPositive();
        });
    }

    @Test
    void rawAccessCanBeLeftOut() {
        List<Suite.Category> cache = List.of(Suite.Category.CACHE);
        assertThat(Suite.plan(cache, true)).anyMatch(task -> task.benchmark().contains(".Raw."));
        assertThat(Suite.plan(cache, false))
                .isNotEmpty()
                .noneMatch(task -> task.benchmark().contains(".Raw."));
    }

    @Test
    void aTaskIsABenchmarkWithOneSetOfParameters() {
        assertThat(Suite.plan(List.of(Suite.Category.CACHE), false).stream().map(Plan.Task::label))
                .contains("cache SequentialReactions.Safe.javaForEach count 500")
                .doesNotHaveDuplicates();
    }
}
