package dev.proto2ffi.core.diagnostic;

import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell the user about a schema: what is wrong, where, and the way out.
 *
 * @param code stable name of the rule, in kebab-case, such as {@code unresolved-name}
 * @param message one sentence that begins in lower case unless with a name, without a full stop
 * @param span the culprit; null only where no text is at fault (a file that can't be read)
 * @param labels other places that explain it
 * @param help what to do about it, or null where the message says enough
 */
public record Diagnostic(
        Severity severity,
        String code,
        String message,
        @Nullable Span span,
        List<Label> labels,
        @Nullable String help) {
    public Diagnostic {
        labels = List.copyOf(labels);
    }

    public static Diagnostic error(String code, @Nullable Span span, String message) {
        return new Diagnostic(Severity.ERROR, code, message, span, List.of(), null);
    }

    public static Diagnostic warning(String code, @Nullable Span span, String message) {
        return new Diagnostic(Severity.WARNING, code, message, span, List.of(), null);
    }

    public static Diagnostic note(String code, @Nullable Span span, String message) {
        return new Diagnostic(Severity.NOTE, code, message, span, List.of(), null);
    }

    public Diagnostic withHelp(String text) {
        return new Diagnostic(severity, code, message, span, labels, text);
    }

    public Diagnostic withLabel(Span place, String text) {
        List<Label> more = new ArrayList<>(labels);
        more.add(new Label(place, text));
        return new Diagnostic(severity, code, message, span, more, help);
    }

    /** {@code path:line:column: severity: message}, the line that editors understand. */
    @Override
    public String toString() {
        return (span == null ? "" : span + ": ") + severity.word() + ": " + message;
    }
}
