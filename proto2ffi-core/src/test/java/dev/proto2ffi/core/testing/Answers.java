package dev.proto2ffi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Answers that are kept as files under {@code src/test/cases}. {@code -Dcases.refresh} rewrites those that differ and
 * still fails, so that changing an answer is deliberate.
 */
public final class Answers {
    private static final Path ROOT = Path.of("src", "test", "cases");

    private Answers() {}

    /** @param path below {@code src/test/cases}, with forward slashes */
    public static void check(String path, String actual) {
        Path file = ROOT.resolve(path);
        try {
            String expected = Files.exists(file) ? Files.readString(file) : "";
            if (!expected.equals(actual) && System.getProperty("cases.refresh") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
                fail("rewrote " + file + "; run again without -Dcases.refresh");
            }
            assertThat(actual).as("%s (rewrite it with -Dcases.refresh)", file).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
