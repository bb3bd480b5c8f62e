package dev.proto2ffi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

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
                        .matcher("dev.proto2ffi.benchmarks.SequentialReactions.Safe.javaForEach")
                        .find())
                .isTrue();
    }
}
