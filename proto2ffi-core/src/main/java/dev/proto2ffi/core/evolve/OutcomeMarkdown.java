package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.text.DisplayText;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An outcome as Markdown, for the comment of a pull request. */
public final class OutcomeMarkdown {
    private OutcomeMarkdown() {}

    /** A heading, a line of verdicts, and a table of the findings where there are any. */
    public static String print(Outcome outcome) {
        StringBuilder out = new StringBuilder("### Schema: ");
        out.append(outcome.same() ? "no change" : outcome.counts()).append("\n\n");
        out.append(Arrays.stream(Category.values())
                .map(category -> category.word() + " **" + outcome.verdict(category) + "**")
                .collect(Collectors.joining(", ")));
        out.append("\n");
        if (!outcome.refused().isEmpty()) {
            out.append("\nAt load Java refuses libraries of the other schema that have ")
                    .append(outcome.refused().stream()
                            .map(OutcomeMarkdown::code)
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        if (!outcome.findings().isEmpty()) {
            out.append("\n| severity | rule | change | now | before | instead |\n|---|---|---|---|---|---|\n");
            outcome.findings().forEach(finding -> row(finding, out));
        }
        return out.toString();
    }

    private static void row(Finding finding, StringBuilder out) {
        out.append("| ").append(finding.severity().word());
        out.append(" | ").append(code(finding.rule().word()));
        out.append(" | ").append(text(finding.message()));
        out.append(" | ").append(place(finding.now()));
        out.append(" | ").append(place(finding.old()));
        out.append(" | ").append(finding.advice() == null ? "" : text(finding.advice()));
        out.append(" |\n");
    }

    private static String place(@Nullable Span span) {
        return span == null ? "" : code(span.toString());
    }

    private static String code(String text) {
        return "`" + DisplayText.visible(text).replace('`', '\'').replace("|", "\\|") + "`";
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : DisplayText.visible(text).toCharArray()) {
            if (c == '<') {
                out.append("&lt;");
            } else {
                out.append("\\`*_|[]".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return out.toString();
    }
}
