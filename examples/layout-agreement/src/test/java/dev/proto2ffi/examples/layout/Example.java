package dev.proto2ffi.examples.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An example beside this module, and where its build put what proto2ffi generated. */
enum Example {
    SOCIAL_MEDIA("social-media"),
    CALCULATOR("calculator");

    private final Path target;

    Example(String folder) {
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        target = module.resolveSibling(folder).resolve("target");
    }

    /** The root of the headers. */
    Path headers() {
        return target.resolve("generated/c");
    }

    /** The folder of {@code mod.rs}. */
    Path modules() {
        return target.resolve("generated/rust");
    }

    /** The root of the Java sources. */
    Path sources() {
        return target.resolve("generated-sources/proto2ffi");
    }

    /** The files below a folder whose names end so, relative to it. */
    static List<Path> files(Path folder, String suffix) {
        assertThat(folder).as("what the example's build generated").isDirectory();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
