package dev.proto2ffi.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of a run with rows of every kind, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlReportBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Copying a table, without the clipboard of the system. */
    private static final String COPY = """
            const done = arguments[arguments.length - 1];
            Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: async text => done(text)}});
            [...document.querySelectorAll('#pool button')].find(button => button.textContent === '%s').click();
            """;

    private Browser browser;
    private Path page;

    @BeforeAll
    void open(@TempDir Path profile) throws IOException {
        browser = Browser.open(profile);
        page = Path.of("target", "synthetic_report.html").toAbsolutePath();
        Files.writeString(page, HtmlReport.of(SyntheticRun.of(1), SyntheticRun.of(2)));
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everyChartHasDrawnItsData() {
        show();
        Run run = SyntheticRun.of(1);
        long expected = run.tables().stream()
                        .mapToLong(table ->
                                Charts.of(table, run.asRows().of(table.word())).size())
                        .sum()
                + 1;
        assertThat(browser.run("return window.report.charts.length")).isEqualTo(expected);
        // Where each point should be the canvas has the colour of its series, or the line of its error bar.
        assertThat(list("""
                        return window.report.charts.flatMap(chart => {
                          const title = chart.canvas.getAttribute('aria-label').slice(0, 60);
                          const ratio = chart.currentDevicePixelRatio;
                          const context = chart.canvas.getContext('2d');
                          const seen = (x, y) => context.getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data[3] > 0;
                          return chart.data.datasets.flatMap((set, at) => chart.getDatasetMeta(at).data.flatMap((drawn, i) => {
                            if (!set.points[i]) { return []; }
                            const isBar = chart.options.indexAxis === 'y';
                            const shown = isBar ? Math.abs(drawn.x - drawn.base) > 0.5 && seen(drawn.base + (drawn.x - drawn.base) / 2, drawn.y) : seen(drawn.x, drawn.y);
                            return shown ? [] : [title + ', ' + set.label + ' ' + i];
                          }));
                        });""")).isEmpty();
    }

    @Test
    void errorBarsAreDrawn() {
        show();
        // Beyond the end of a bar there is nothing but its whisker.
        assertThat(list("""
                        return window.report.charts.slice(1).filter(chart => chart.options.indexAxis === 'y').flatMap(chart => {
                          const ratio = chart.currentDevicePixelRatio, context = chart.canvas.getContext('2d');
                          return chart.data.datasets.flatMap((set, at) => chart.getDatasetMeta(at).data.flatMap((drawn, i) => {
                            const point = set.points[i];
                            if (!point) { return []; }
                            const x = chart.scales.x.getPixelForValue(point.high);
                            if (x - drawn.x < 4) { return []; }
                            const alpha = context.getImageData(Math.round((drawn.x + x) / 2 * ratio), Math.round((drawn.y - 1) * ratio), 1, 3).data;
                            return [alpha[3], alpha[7], alpha[11]].some(value => value > 0) ? [] : [set.label + ' ' + i];
                          }));
                        });""")).isEmpty();
    }

    @Test
    void nothingIsLoadedAndNothingIsComplainedOf() {
        browser.log(); // Chromium's advice on the pixels that other tests read.
        show();
        assertThat(list("return performance.getEntriesByType('resource').map(entry => entry.name)"))
                .allSatisfy(name -> assertThat(name.toString()).startsWith("data:"));
        assertThat(browser.log()).isEmpty();
    }

    @Test
    void textsStayTexts() {
        show();
        assertThat(browser.run("return document.querySelectorAll('[onmouseover]').length"))
                .isEqualTo(0L);
        assertThat(browser.run("return document.getElementById('missing').textContent")
                        .toString())
                .contains(SyntheticRun.NASTY);
    }

    @Test
    void aTableIsSortedByItsHeadings() {
        show();
        List<Double> up = sortedBy("ns ± error");
        assertThat(up).hasSizeGreaterThan(10).isSorted();
        assertThat(browser.run("return document.querySelector('#pool th[aria-sort=ascending]').textContent"))
                .isEqualTo("ns ± error");
        assertThat(sortedBy("ns ± error")).isEqualTo(up.reversed());
    }

    @Test
    void aTableIsCopiedAsMarkdown() {
        show();
        String text = browser.runLater(COPY.formatted("Copy as Markdown")).toString();
        assertThat(text)
                .isEqualTo(MarkdownTables.of(new Sheets(
                                SyntheticRun.of(1),
                                Agreement.of(SyntheticRun.of(2), SyntheticRun.of(1))
                                        .varyingIds())
                        .category(new Run.Table("pool", "pool"))));
    }

    @Test
    void aTableIsCopiedAsCsv() {
        show();
        List<String> lines = browser.runLater(COPY.formatted("Copy as CSV"))
                .toString()
                .lines()
                .toList();
        assertThat(lines).hasSize(SyntheticRun.of(1).asRows().of("pool").size() + 1);
        assertThat(lines.get(0)).startsWith("case,mode,shape,by,ns ± error,mean,fastest,native twin,to native");
        assertThat(lines).allSatisfy(line -> assertThat(Resource.fields(line)).hasSize(13));
    }

    @Test
    void rowsThatVaryBetweenRunsSaySo() {
        show();
        int varying =
                Agreement.of(SyntheticRun.of(2), SyntheticRun.of(1)).varying().size();
        assertThat(varying).isPositive();
        assertThat(browser.run("return document.querySelectorAll('td.varies').length"))
                .isEqualTo((long) varying);
    }

    @Test
    void theButtonChangesTheScheme() {
        show();
        String background = "return getComputedStyle(document.body).backgroundColor";
        Object light = browser.run(background);
        browser.run("document.getElementById('theme').click(); return 1");
        assertThat(browser.run(background)).isNotEqualTo(light);
        assertThat(browser.run("return document.getElementById('theme').getAttribute('aria-pressed')"))
                .isEqualTo("true");
        browser.run("document.getElementById('theme').click(); return 1");
        assertThat(browser.run(background)).isEqualTo(light);
    }

    @Test
    void theSchemeIsThatOfTheSystem() {
        browser.show(page, 1280, 900, "dark");
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 23, 27)");
        assertThat(browser.run("return document.getElementById('theme').getAttribute('aria-pressed')"))
                .isEqualTo("true");
    }

    @Test
    void everythingThatActsCanBeReachedByKeys() {
        show();
        assertThat(list("""
                        return [...document.querySelectorAll('button, a[href], summary, .scroll')]
                          .filter(element => element.tabIndex < 0).map(element => element.outerHTML)""")).isEmpty();
        assertThat(browser.run("return document.querySelectorAll('canvas:not([role=img][aria-label])').length"))
                .isEqualTo(0L);
    }

    @ParameterizedTest
    @CsvSource({
        "desktop, 1280, 1700, light",
        "phone, 360, 1400, light",
        "dark, 1280, 1700, dark",
        "phone-dark, 360, 1400, dark"
    })
    void nothingOverflows(String name, int width, int height, String scheme) throws IOException {
        browser.show(page, width, height, scheme);
        assertThat(browser.run("return document.documentElement.clientWidth")).isEqualTo((long) width);
        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo((long) width);
        browser.screenshot(SCREENSHOTS.resolve(name + ".png"));
        for (String section : List.of("allocation", "scaling", "derived")) {
            browser.run("document.getElementById('" + section + "').scrollIntoView(); return 1");
            browser.screenshot(SCREENSHOTS.resolve(name + "-" + section + ".png"));
        }
    }

    private void show() {
        browser.show(page, 1280, 900, "light");
    }

    private List<Double> sortedBy(String heading) {
        return list("""
                        const head = [...document.querySelectorAll('#pool th')].find(head => head.textContent === '%s');
                        head.querySelector('button').click();
                        const at = head.cellIndex;
                        return [...document.querySelectorAll('#pool tbody tr')].map(row => row.cells[at].textContent)""".formatted(heading)).stream()
                .map(text -> Double.valueOf(text.toString().replaceAll(" ±.*|,", "")))
                .toList();
    }

    private List<?> list(String script) {
        return (List<?>) browser.run(script);
    }
}
