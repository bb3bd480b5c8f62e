package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.diagnostic.TextRenderer;
import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.text.DisplayText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An outcome for people and editors: findings as diagnostics, notes on one line, and a summary. */
public final class OutcomeText {
    private OutcomeText() {}

    /** Lines ended by {@code \n}. */
    public static String print(Outcome outcome, TextStyle style) {
        StringBuilder out = new StringBuilder();
        TextRenderer renderer = new TextRenderer(style);
        for (Finding finding : outcome.findings()) {
            if (finding.severity() != Severity.NOTE) {
                out.append(renderer.render(diagnostic(finding)));
            }
        }
        for (Finding finding : outcome.findings()) {
            if (finding.severity() == Severity.NOTE) {
                Span place = finding.place();
                String start = place == null ? "" : place + ": ";
                out.append(DisplayText.visible(start + "note: " + finding.message() + " ["
                                + finding.rule().word() + "]"))
                        .append('\n');
            }
        }
        return out.append(summary(outcome)).toString();
    }

    /** As the rest of the tool says such things. */
    public static Diagnostic diagnostic(Finding finding) {
        Diagnostic diagnostic = new Diagnostic(
                finding.severity(),
                finding.rule().word(),
                finding.message() + " [" + finding.rule().word() + "]",
                finding.place(),
                List.of(),
                finding.advice());
        Span old = finding.old();
        return old == null || finding.now() == null ? diagnostic : diagnostic.withLabel(old, "before");
    }

    private static String summary(Outcome outcome) {
        StringBuilder out = new StringBuilder();
        out.append(outcome.same() ? "no change" : outcome.counts()).append(": ");
        out.append(Arrays.stream(Category.values())
                .map(category -> category.word() + " " + outcome.verdict(category))
                .collect(Collectors.joining(", ")));
        out.append('\n');
        if (!outcome.refused().isEmpty()) {
            out.append("at load Java refuses libraries of the other schema that have ")
                    .append(String.join(", ", outcome.refused()))
                    .append('\n');
        }
        return out.toString();
    }
}
