package dev.proto2ffi.benchmarks.report;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the figures of a run into a document, between the markers {@code <!-- figures NAME -->} and
 * {@code <!-- end of figures -->}; all else is prose, and stays. NAME is {@code run}, {@code summary}, {@code behind}, {@code wins},
 * {@code derived}, {@code ladder-steps}, {@code left-out}, {@code agreement}, or the word of a category.
 */
public final class PerformanceDoc {
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- figures ([\\w-]+) -->\n)(.*?)(<!-- end of figures -->)", Pattern.DOTALL);

    private PerformanceDoc() {}

    /**
     * The document with the figures of the run.
     *
     * @param before an earlier run with the same settings, to tell which rows vary; null for none
     */
    public static String of(String document, Run asMeasured, @Nullable Run before) {
        Run run = asMeasured.completed();
        Agreement agreement = before == null ? null : Agreement.of(before, run);
        Matcher blocks = BLOCK.matcher(document);
        return blocks.replaceAll(block -> Matcher.quoteReplacement(
                block.group(1) + "\n" + figures(block.group(2), run, agreement).strip() + "\n\n" + block.group(4)));
    }

    /** The names of the places for figures, in order. */
    static List<String> places(String document) {
        return BLOCK.matcher(document).results().map(block -> block.group(2)).toList();
    }

    private static String figures(String name, Run run, @Nullable Agreement agreement) {
        Sheets sheets = new Sheets(run, Set.of());
        List<Behind> behind = Behind.of(run.asRows(), Behind.causes());
        return switch (name) {
            case "run" -> machine(run);
            case "summary" -> summary(Summary.of(run, behind, agreement));
            case "behind" -> MarkdownTables.of(sheets.behind(behind));
            case "wins" -> MarkdownTables.of(sheets.wins());
            case "derived" -> MarkdownTables.of(sheets.derived());
            case "ladder-steps" -> MarkdownTables.of(sheets.ladder());
            case "left-out" -> leftOut(run);
            case "agreement" -> agreement(agreement);
            default -> category(name, run);
        };
    }

    private static String machine(Run run) {
        Machine machine = run.machine();
        return "%s, %d cores, %d GiB, %s; %s; %s. Revision %s%s, %s; %d rows, each %s."
                .formatted(
                        machine.cpu(),
                        machine.cores(),
                        machine.memoryGiB(),
                        machine.os(),
                        machine.jdk(),
                        String.join("; ", machine.tools().values()),
                        machine.revision()
                                .substring(0, Math.min(10, machine.revision().length())),
                        machine.dirty() ? " with changes" : "",
                        run.started().substring(0, Math.min(10, run.started().length())),
                        run.rows().size(),
                        run.settings().text());
    }

    private static String summary(Summary summary) {
        StringBuilder text = new StringBuilder(summary.headline()).append("\n\n");
        summary.cards()
                .forEach(card -> text.append("- **")
                        .append(card.figure())
                        .append("** ")
                        .append(card.text())
                        .append(".\n"));
        return text.toString();
    }

    private static String agreement(@Nullable Agreement agreement) {
        if (agreement == null) {
            return "There is no earlier run with the same settings.";
        }
        return agreement.headline() + "\n\n" + MarkdownTables.of(agreement.sheet());
    }

    private static String leftOut(Run run) {
        if (run.leftOut().isEmpty()) {
            return "Nothing.";
        }
        StringBuilder text = new StringBuilder();
        run.leftOut()
                .forEach(missing -> text.append("- ")
                        .append(missing.what())
                        .append(": ")
                        .append(missing.why())
                        .append('\n'));
        return text.toString();
    }

    private static String category(String word, Run run) {
        List<Row> rows = run.asRows().of(word);
        if (rows.isEmpty()) {
            return "The run has no such rows.";
        }
        return run.tables().stream()
                .filter(table -> table.word().equals(word))
                .findFirst()
                .map(table -> MarkdownTables.of(CompactSheet.of(table, rows)))
                .orElseThrow();
    }
}
