package dev.proto2ffi.examples.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Copies of generated text, and changes to them. */
final class Generated {
    private static final Pattern ASSERTIONS_IN_C = Pattern.compile("(?m)^P2F_STATIC_ASSERT\\(.*\\);\\R");
    private static final Pattern ASSERTIONS_IN_RUST = Pattern.compile("(?ms)^const _: \\(\\) = \\{.*?^};\\R");

    private Generated() {}

    /** Copies a tree of files to {@code folder/generated}. */
    static Path copy(Path tree, Path folder) throws IOException {
        Path copy = folder.resolve("generated");
        for (Path file : Example.files(tree, "")) {
            if (Files.isRegularFile(tree.resolve(file))) {
                Files.createDirectories(copy.resolve(file).getParent());
                Files.copy(tree.resolve(file), copy.resolve(file));
            }
        }
        return copy;
    }

    /** Replaces a text that a file has exactly once. */
    static void replace(Path file, String text, String replacement) throws IOException {
        String before = Files.readString(file);
        assertThat(before).as(file.toString()).containsOnlyOnce(text);
        Files.writeString(file, before.replace(text, replacement));
    }

    /** Takes out the assertions with which the generated text checks itself. */
    static void removeAssertions(Path file) throws IOException {
        Pattern assertions = file.toString().endsWith(".rs") ? ASSERTIONS_IN_RUST : ASSERTIONS_IN_C;
        String before = Files.readString(file);
        String after = assertions.matcher(before).replaceAll("");
        assertThat(after).as("without assertions").isNotEqualTo(before);
        Files.writeString(file, after);
    }
}
