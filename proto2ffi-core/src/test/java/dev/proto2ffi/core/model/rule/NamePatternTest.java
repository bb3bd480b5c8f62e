package dev.proto2ffi.core.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "a.b, a.b, true",
        "a.b, a.bc, false",
        "a.b, aXb, false",
        "*, a.b.c, true",
        "a.*, a.b.c, true",
        "a.*, a., true",
        "a.*, a, false",
        "*.c, a.b.c, true",
        "*.c, a.c.d, false",
        "a*c, abcbc, true",
        "a**c, ac, true",
        "*b*b*, abb, true",
        "*b*b*, ab, false",
        "social/*.proto, social/deep/post.proto, true",
    })
    void aStarStandsForAnyRunOfCharacters(String pattern, String name, boolean matches) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void onlyAPatternWithoutAStarIsExact() {
        assertThat(new NamePattern("a.b").isExact()).isTrue();
        assertThat(new NamePattern("a.*").isExact()).isFalse();
    }

    @Test
    void manyStarsTakeNoTimeToSpeakOf() {
        NamePattern pattern = new NamePattern("*a".repeat(200) + "b");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(pattern.matches("a".repeat(10_000))).isFalse());
    }
}
