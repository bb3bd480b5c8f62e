package dev.proto2ffi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers that are kept as files under {@code src/test/cases}. {@code -Dcases.refresh} rewrites those that differ and
 * still fails, so that changing an answer is deliberate.
 */
public final class Answers {
    private static final Path ROOT = Path.of("src", "test", "cases");
    private static final boolean REFRESH = System.getProperty("cases.refresh") != null;

    private Answers() {}

    /** @param actual text by path below {@code src/test/cases}, with forward slashes */
    public static void check(Map<String, String> actual) {
        List<Path> differing = new ArrayList<>();
        actual.forEach((path, text) -> {
            Path file = ROOT.resolve(path);
            if (!read(file).equals(text)) {
                differing.add(file);
                if (REFRESH) {
                    write(file, text);
                } else {
                    assertThat(text)
                            .as("%s (rewrite it with -Dcases.refresh)", file)
                            .isEqualTo(read(file));
                }
            }
        });
        if (!differing.isEmpty()) {
            fail("rewrote " + differing + "; run again without -Dcases.refresh");
        }
    }

    /** @param path below {@code src/test/cases}, with forward slashes */
    public static void check(String path, String actual) {
        check(Map.of(path, actual));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
