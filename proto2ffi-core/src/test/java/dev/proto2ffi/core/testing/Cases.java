package dev.proto2ffi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cases that are files, with the expected answers in files beside them.
 *
 * <p>{@code -Dcases.refresh} writes the actual answers, and still fails, so that changing one is deliberate.
 */
public final class Cases {
    private static final Path ROOT = Path.of("src", "test", "cases");

    private Cases() {}

    public static Path folder(String area) {
        return ROOT.resolve(area);
    }

    /** All schemas of an area, by name. */
    public static List<Path> schemas(String area) throws IOException {
        try (Stream<Path> files = Files.list(folder(area))) {
            return files.filter(file -> file.toString().endsWith(".proto"))
                    .sorted()
                    .toList();
        }
    }

    /** The file beside a schema that has this extension, such as {@code .options}; it need not exist. */
    public static Path beside(Path schema, String extension) {
        String name = schema.getFileName().toString();
        return schema.resolveSibling(name.substring(0, name.length() - ".proto".length()) + extension);
    }

    /** Compares an answer with the file beside the schema that has this extension, such as {@code .stderr}. */
    public static void check(Path schema, String extension, String actual) throws IOException {
        Path answer = beside(schema, extension);
        if (System.getProperty("cases.refresh") != null) {
            refresh(answer, actual);
            return;
        }
        assertThat(answer).as("the answer, which -Dcases.refresh writes").exists();
        assertThat(actual).as("%s; -Dcases.refresh rewrites it", answer).isEqualTo(Files.readString(answer));
    }

    private static void refresh(Path answer, String actual) throws IOException {
        if (!Files.exists(answer) || !Files.readString(answer).equals(actual)) {
            Files.write(answer, actual.getBytes(StandardCharsets.UTF_8));
            fail("rewrote " + answer + "; look at the difference, then run without -Dcases.refresh");
        }
    }
}
