package dev.proto2ffi.benchmarks.report;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run: one page that needs nothing else. Layout, style and script are the resources {@code report.html},
 * {@code report.css} and {@code report.js}; the charts are drawn by Chart.js. What the page shows is computed here, and goes in as one piece of JSON.
 */
public final class HtmlReport {
    /** Where the WebJar of Chart.js says its version. */
    private static final String CHARTS = "/META-INF/maven/org.webjars.npm/chart.js/pom.properties";

    /** What the script draws. */
    private record Page(
            String headline,
            List<Summary.Card> cards,
            List<String> notes,
            Charts.@Nullable Chart ratios,
            List<Sheet> first,
            List<Section> sections,
            List<Fact> facts,
            List<Run.Missing> leftOut,
            List<Run.Missing> failed) {}

    /** A category. */
    private record Section(Sheet sheet, List<Charts.Chart> charts) {}

    /** Of the machine and the run. */
    private record Fact(String name, String value) {}

    private HtmlReport() {}

    /** @param before an earlier run with the same settings, to tell which rows vary; null for none */
    public static String of(Run asMeasured, @Nullable Run before) {
        Run run = asMeasured.completed();
        Agreement agreement = before == null ? null : Agreement.of(before, run);
        Page page = page(run, agreement);
        String charts = chartLibrary("/dist/chart.umd.min.js").replaceFirst("(?m)^//# sourceMappingURL=.*$", "");
        return fill(
                Resource.text("report.html"),
                Map.of(
                        "style", Resource.text("report.css"),
                        "licence", "Chart.js\n" + chartLibrary("/LICENSE.md"),
                        "charts", charts,
                        // Gson escapes <, > and &, so that no text can end the element that it stands in.
                        "data", new Gson().toJson(page),
                        "script", Resource.text("report.js")));
    }

    private static Page page(Run run, @Nullable Agreement agreement) {
        List<Behind> behind = Behind.of(run.asRows(), Behind.causes());
        Sheets sheets = new Sheets(run, agreement == null ? Set.of() : agreement.varyingIds());
        Summary summary = Summary.of(run, behind, agreement);
        List<Derived> categories = Derived.byCategory(run);
        List<Sheet> first = new ArrayList<>(List.of(sheets.behind(behind), sheets.wins(), sheets.derived()));
        Sheet ladder = sheets.ladder();
        if (!ladder.rows().isEmpty()) {
            first.add(ladder);
        }
        List<Section> sections = new ArrayList<>();
        for (Run.Table table : run.tables()) {
            List<Row> rows = run.asRows().of(table.word());
            if (!rows.isEmpty()) {
                sections.add(new Section(sheets.category(table), Charts.of(table, rows)));
            }
        }
        return new Page(
                summary.headline(),
                summary.cards(),
                notes(run),
                categories.isEmpty() ? null : Charts.ratios(categories),
                first,
                sections,
                facts(run),
                run.leftOut(),
                run.failed());
    }

    /** What the reader must know before he believes a figure. */
    private static List<String> notes(Run run) {
        List<String> notes = new ArrayList<>();
        if (!run.finished()) {
            notes.add("This run was interrupted: rows are missing, or have fewer forks than others.");
        }
        if (run.settings().rounds() == 1) {
            notes.add("A quick run: one JVM a row. Error bars don't know of the differences between JVMs.");
        }
        if (!run.failed().isEmpty()) {
            notes.add("Rows that failed: " + run.failed().size() + ". They are listed at the end.");
        }
        return notes;
    }

    private static List<Fact> facts(Run run) {
        Machine machine = run.machine();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Processor", machine.cpu() + ", " + machine.cores() + " cores"));
        facts.add(new Fact("Memory", machine.memoryGiB() + " GiB"));
        facts.add(new Fact("System", machine.os()));
        facts.add(new Fact("JDK", machine.jdk()));
        facts.add(new Fact("JVM flags", String.join(" ", machine.flags()) + "; raw access: -Dproto2ffi.access=raw"));
        machine.tools().forEach((tool, version) -> facts.add(new Fact(tool, version)));
        facts.add(new Fact("Revision", machine.revision() + (machine.dirty() ? ", with changes" : "")));
        facts.add(new Fact("Started", run.started()));
        facts.add(new Fact("Took", String.format(Locale.ROOT, "%.1f minutes", run.seconds() / 60.0)));
        facts.add(new Fact("Each row", run.settings().text()));
        facts.add(new Fact("Rows", String.valueOf(run.rows().size())));
        return facts;
    }

    private static String chartLibrary(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Resource.text(CHARTS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Resource.text("/META-INF/resources/webjars/chart.js/" + properties.getProperty("version") + file);
    }

    /** Puts each text in the place of its name: {@code /*name*}{@code /} alone on a line. What was put in isn't looked at again. */
    private static String fill(String template, Map<String, String> texts) {
        StringBuilder page = new StringBuilder();
        for (String line : template.lines().toList()) {
            String name = line.strip().replaceAll("^/\\*(\\w+)\\*/$", "$1");
            page.append(name.equals(line.strip()) ? line : texts.get(name)).append('\n');
        }
        return page.toString();
    }
}
