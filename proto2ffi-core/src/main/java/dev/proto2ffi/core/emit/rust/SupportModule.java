package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.emit.Generator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The support module: Rust source that is the same for all schemas, kept beside this class as a resource. */
final class SupportModule {
    private static final String RESOURCE = "p2f.rs";

    private SupportModule() {}

    static String text(Generator generator) {
        try (InputStream in = SupportModule.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing from the jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return "// " + generator.banner("its own sources") + "\n\n" + text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
