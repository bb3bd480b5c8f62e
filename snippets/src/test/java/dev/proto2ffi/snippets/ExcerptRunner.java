package dev.proto2ffi.snippets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * {@code of=c/place.p2f.h}: lines of generated code, in this order; others may stand between them, and {@code …} stands for any
 * characters. The path is below {@code java}, {@code c} or {@code rust}; of any other, it is a file of the repository.
 */
final class ExcerptRunner implements Runner {
    @Override
    public void run(Snippet snippet, Workshop workshop) throws IOException {
        String path = Objects.requireNonNull(snippet.mark().get("of"));
        Path file = workshop.generated().resolve(path);
        if (!Files.exists(file)) {
            file = Project.ROOT.resolve(path);
        }
        if (!Files.exists(file)) {
            throw snippet.failure("there is no file " + path + " to show an excerpt of");
        }
        String missing = Output.missing(snippet.text(), Files.readString(file));
        if (!missing.isEmpty()) {
            throw snippet.failure(path + " has no such line, or not behind those before it: " + missing);
        }
    }
}
