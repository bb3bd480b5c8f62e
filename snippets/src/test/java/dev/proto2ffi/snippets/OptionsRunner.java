package dev.proto2ffi.snippets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Side files: {@code file=NAME.options}, beside a schema {@code NAME.proto} of the page, on which each rule must have its effect. */
final class OptionsRunner implements Runner {
    @Override
    public void run(Snippet snippet, Workshop workshop) throws IOException {
        String file = snippet.file();
        if (file == null || !file.endsWith(".options")) {
            throw snippet.failure("mark it with file=NAME.options, for the schema NAME.proto of this page");
        }
        Path schema = workshop.schemas().resolve(file.replaceFirst("\\.options$", ".proto"));
        if (!Files.exists(schema)) {
            throw snippet.failure("this page has no snippet marked file="
                    + workshop.schemas().relativize(schema) + "; add one, hidden if need be");
        }
        StringBuilder said = new StringBuilder();
        ProtoRunner.check(List.of(schema), List.of(workshop.schemas()), said);
        if (!said.isEmpty()) {
            Composition source = new Composition(snippet.page()).body(snippet);
            throw snippet.failure(source.translate(said.toString(), file));
        }
    }
}
