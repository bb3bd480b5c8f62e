package dev.proto2ffi.examples.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.runtime.StructType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Size, alignment, and each member's offset and size: as the generated classes have them at run time, and as each
 * compiler computes them by itself from the generated text.
 */
class LayoutAgreementTest {
    /** Messages have a size of their own, tables of services don't. Rust keeps the members of map entries to itself. */
    private static final Pattern STRUCTS_IN_HEADER =
            Pattern.compile("^#define \\w+(?<!Entry)_SIZE \\d+$", Pattern.MULTILINE);

    @ParameterizedTest
    @EnumSource(Example.class)
    void everyStructOfTheHeadersIsAsked(Example example) throws IOException {
        long structs = 0;
        for (Path header : Example.files(example.headers(), ".p2f.h")) {
            String text = Files.readString(example.headers().resolve(header));
            structs += STRUCTS_IN_HEADER.matcher(text).results().count();
        }
        assertThat(JavaView.types(example)).hasSize((int) structs).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SOCIAL_MEDIA, gcc",
        "SOCIAL_MEDIA, g++",
        "SOCIAL_MEDIA, clang",
        "SOCIAL_MEDIA, clang++",
        "CALCULATOR, gcc",
        "CALCULATOR, g++",
        "CALCULATOR, clang",
        "CALCULATOR, clang++"
    })
    void compilersOfCSeeWhatJavaSees(Example example, String compiler, @TempDir Path folder) throws IOException {
        View view = CView.of(example, compiler, example.headers(), folder);
        assertThat(JavaView.of(example).differences(view)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void rustcSeesWhatJavaSees(Example example, @TempDir Path folder) throws IOException {
        View view = RustView.of(example, Generated.copy(example.modules(), folder), folder);
        assertThat(JavaView.of(example).differences(view)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "social.Reaction, 40",
        "social.UserProfile, 656",
        "social.Comment, 2056",
        "social.Post, 5584",
        "social.Message, 4040",
        "social.Notification, 304"
    })
    void structsHaveThePublishedSizes(String name, long size) {
        StructType<?> type = JavaView.types(Example.SOCIAL_MEDIA).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(type.size()).isEqualTo(size);
        assertThat(type.alignment()).isEqualTo(8);
        assertThat(type.isFlat()).isTrue();
    }
}
