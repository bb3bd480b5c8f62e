package dev.proto2ffi.core.diagnostic;

import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.text.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line, for programs:
 *
 * <pre>
 * {"severity": "error", "code": "zero-bound", "message": "…", "file": "a.proto", "line": 3, "column": 7, "end_line": 3,
 *  "end_column": 9, "labels": [{"message": "…", "file": …}], "help": "…"}
 * </pre>
 *
 * <p>Lines and columns count from 1, columns in code points; the end is behind the last character. The place is left out
 * where a diagnostic has none, {@code help} likewise.
 */
public final class JsonRenderer implements DiagnosticRenderer {
    /** Keeps no state: one renderer serves any number of diagnostics. */
    public JsonRenderer() {}

    @Override
    public String render(Diagnostic diagnostic) {
        JsonObject object = new JsonObject()
                .put("severity", diagnostic.severity().word())
                .put("code", diagnostic.code())
                .put("message", diagnostic.message());
        putPlace(object, diagnostic.span());
        List<JsonObject> labels = new ArrayList<>();
        for (Label label : diagnostic.labels()) {
            labels.add(putPlace(new JsonObject().put("message", label.text()), label.span()));
        }
        object.putAll("labels", labels);
        if (diagnostic.help() != null) {
            object.put("help", diagnostic.help());
        }
        return object + "\n";
    }

    private static JsonObject putPlace(JsonObject object, @Nullable Span span) {
        if (span == null) {
            return object;
        }
        return object.put("file", span.file().displayPath())
                .put("line", span.line())
                .put("column", span.column())
                .put("end_line", span.file().line(span.end()) + 1)
                .put("end_column", span.file().column(span.end()) + 1);
    }
}
