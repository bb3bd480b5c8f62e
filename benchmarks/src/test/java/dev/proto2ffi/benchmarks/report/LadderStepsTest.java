package dev.proto2ffi.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.ladder.ProtobufLadder;
import dev.proto2ffi.benchmarks.ladder.StructLadder;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

/** A step between rows that nobody measures would silently be missing from the report. */
class LadderStepsTest {
    private static final Set<String> SHAPES = Stream.of(ProtobufLadder.class, StructLadder.class)
            .flatMap(benchmarks -> Stream.of(benchmarks.getMethods()))
            .filter(method -> method.isAnnotationPresent(Benchmark.class))
            .map(Method::getName)
            .collect(Collectors.toSet());

    @Test
    void everyStepLiesBetweenRowsThatAreMeasured() {
        List<List<String>> steps = Resource.table("ladder.csv", 7);
        assertThat(steps).hasSizeGreaterThan(20).allSatisfy(step -> {
            assertThat(step.get(1)).isEqualTo("ladder");
            assertThat(SHAPES).contains(step.get(3), step.get(4));
        });
    }

    @Test
    void everyRowOfOursIsAStepOrATwinOrAnotherNativeEnd() {
        Set<String> reached = Resource.table("ladder.csv", 7).stream()
                .map(step -> step.get(4))
                .collect(Collectors.toSet());
        assertThat(SHAPES.stream().filter(shape -> !shape.startsWith("rust") && !reached.contains(shape)))
                .containsExactlyInAnyOrder("first", "nanopb", "cpp");
    }
}
