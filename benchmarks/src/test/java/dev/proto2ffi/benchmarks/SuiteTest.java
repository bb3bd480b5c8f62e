package dev.proto2ffi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.allocation.Allocating;
import dev.proto2ffi.benchmarks.allocation.AllocatingBare;
import dev.proto2ffi.benchmarks.cache.RandomReactions;
import dev.proto2ffi.benchmarks.cache.SequentialPosts;
import dev.proto2ffi.benchmarks.cache.SequentialReactions;
import dev.proto2ffi.benchmarks.calls.Calling;
import dev.proto2ffi.benchmarks.ffi.CallingBack;
import dev.proto2ffi.benchmarks.ffi.PassingSmall;
import dev.proto2ffi.benchmarks.ffi.Querying;
import dev.proto2ffi.benchmarks.ffi.RoundTripping;
import dev.proto2ffi.benchmarks.harness.Table;
import dev.proto2ffi.benchmarks.pool.Pooling;
import dev.proto2ffi.benchmarks.pool.PoolingSized;
import dev.proto2ffi.benchmarks.pool.PoolingTogether;
import dev.proto2ffi.benchmarks.stack.Heaping;
import dev.proto2ffi.benchmarks.stack.Stacking;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class SuiteTest {
    @Test
    void allCategoriesRunWithoutArguments() {
        assertThat(Suite.of(List.of())).isEqualTo(new Suite(List.of(Suite.Category.values()), false));
    }

    @Test
    void categoriesAreNamed() {
        assertThat(Suite.of(List.of("--only", "cache", "--quick")))
                .isEqualTo(new Suite(List.of(Suite.Category.CACHE), true));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThat(Suite.of(List.of("--only"))).isNull();
        assertThat(Suite.of(List.of("--only", "cash"))).isNull();
        assertThat(Suite.of(List.of("cache"))).isNull();
    }

    @Test
    void theCategoryFindsItsBenchmarks() {
        assertThat(Pattern.compile(Suite.Category.CACHE.pattern())
                        .matcher("dev.proto2ffi.benchmarks.cache.SequentialReactions.Safe.javaForEach")
                        .find())
                .isTrue();
    }

    @Test
    void everyBenchmarkNamesItsTwin() {
        List<Class<?>> outer = List.of(
                SequentialReactions.class,
                RandomReactions.class,
                SequentialPosts.class,
                Pooling.class,
                PoolingSized.class,
                PoolingTogether.class,
                Allocating.class,
                AllocatingBare.class,
                Stacking.class,
                Heaping.class,
                Querying.class,
                RoundTripping.class,
                CallingBack.class,
                PassingSmall.class,
                Calling.class);
        for (Class<?> benchmarks : outer) {
            Set<String> names = Arrays.stream(benchmarks.getMethods())
                    .filter(method -> method.isAnnotationPresent(Benchmark.class))
                    .map(Method::getName)
                    .collect(Collectors.toSet());
            assertThat(names).isNotEmpty();
            for (String name : names) {
                String mode = benchmarks.getClasses()[0].getSimpleName(); // Plain, or one of the access modes
                assertThat(names)
                        .contains(Table.compared(benchmarks.getName() + "." + mode + "." + name)
                                .to());
            }
        }
    }
}
