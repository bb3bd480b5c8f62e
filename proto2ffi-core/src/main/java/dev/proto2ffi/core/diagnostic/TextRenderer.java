package dev.proto2ffi.core.diagnostic;

import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.text.DisplayText;
import org.jspecify.annotations.Nullable;

/**
 * For people and editors: the line {@code path:line:column: severity: message}, the source line with the span
 * underlined, the labelled places in the same way, and the way out.
 *
 * <pre>
 * social/post.proto:14:52: error: max_size 0 leaves no room for the terminating NUL
 *    14 |   string content = 4 [(proto2ffi.field).max_size = 0];
 *       |                                                    ^
 *    help: give the bytes of storage, NUL included, such as max_size = 5000
 * </pre>
 *
 * <p>Text that comes from the schema is shown with its control characters escaped, so that it can't command a terminal.
 */
public final class TextRenderer implements DiagnosticRenderer {
    private static final String INDENT = "   ";
    private static final String BOLD = "\u001B[1m";
    private static final String BLUE = "\u001B[34m";
    private static final String GREEN = "\u001B[32m";
    private static final String RESET = "\u001B[0m";

    private final TextStyle style;

    public TextRenderer(TextStyle style) {
        this.style = style;
    }

    @Override
    public String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        Severity severity = diagnostic.severity();
        Span span = diagnostic.span();
        if (span != null) {
            out.append(paint(BOLD, DisplayText.visible(span.toString()) + ":")).append(' ');
        }
        out.append(paint(colour(severity), severity.word() + ":")).append(' ');
        out.append(paint(BOLD, DisplayText.visible(diagnostic.message()))).append('\n');
        int digits = digits(diagnostic);
        if (span != null) {
            appendSnippet(out, span, digits, '^', colour(severity));
        }
        for (Label label : diagnostic.labels()) {
            out.append(INDENT)
                    .append(DisplayText.visible(label.span() + ": " + label.text()))
                    .append('\n');
            appendSnippet(out, label.span(), digits, '-', BLUE);
        }
        appendHelp(out, diagnostic.help());
        return out.toString();
    }

    private void appendHelp(StringBuilder out, @Nullable String help) {
        if (help == null) {
            return;
        }
        String word = "help:";
        out.append(INDENT).append(paint(GREEN, word)).append(' ');
        String continuation = "\n" + INDENT + " ".repeat(word.length() + 1);
        boolean first = true;
        for (String line : help.split("\n", -1)) {
            out.append(first ? "" : continuation).append(DisplayText.visible(line));
            first = false;
        }
        out.append('\n');
    }

    private void appendSnippet(StringBuilder out, Span span, int digits, char mark, String colour) {
        if (!span.file().hasText()) {
            return;
        }
        String number = Integer.toString(span.line());
        String gutter = INDENT + " ".repeat(digits - number.length()) + number + " |";
        int room = Math.max(20, style.width() - gutter.length() - 1);
        Snippet snippet = Snippet.of(span, room, style.unicode() ? "…" : "...");
        out.append(paint(BLUE, gutter));
        out.append(snippet.text().isEmpty() ? "" : " ").append(snippet.text()).append('\n');
        out.append(paint(BLUE, INDENT + " ".repeat(digits) + " |")).append(' ');
        out.append(" ".repeat(snippet.markStart()));
        out.append(paint(colour, String.valueOf(mark).repeat(snippet.markWidth())))
                .append('\n');
    }

    /** Line numbers of one diagnostic share a gutter as wide as the longest, two digits at least. */
    private static int digits(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        int last = span == null ? 1 : span.line();
        for (Label label : diagnostic.labels()) {
            last = Math.max(last, label.span().line());
        }
        return Math.max(2, Integer.toString(last).length());
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "\u001B[1;31m";
            case WARNING -> "\u001B[1;33m";
            case NOTE -> "\u001B[1;36m";
        };
    }

    private String paint(String colour, String text) {
        return style.colour() ? colour + text + RESET : text;
    }
}
