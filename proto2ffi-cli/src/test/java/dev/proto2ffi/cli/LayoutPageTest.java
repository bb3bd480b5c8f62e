package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page of layouts, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutPageTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Its name would break out of a title, an attribute or an element that didn't escape it. */
    private static final String FILE = "a<b> &\"'.proto";

    /** Draws every struct, with so many bytes in a row. */
    private static final String DRAW_ALL = """
            const width = document.getElementById('width');
            width.value = arguments[0];
            document.querySelectorAll('.struct').forEach(section => section.view.show());
            width.dispatchEvent(new Event('change'));
            return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(document.querySelectorAll('.picture').length))));
            """;

    private static final String ALL_LANES =
            "document.querySelectorAll('.more').forEach(more => more.click()); return 1";

    private Browser browser;
    private Cli cli;
    private Path page;
    private String json;

    @BeforeAll
    void open(@TempDir Path profile, @TempDir Path directory) throws IOException {
        cli = new Cli(directory);
        browser = Browser.open(profile);
        try (InputStream schema = LayoutPageTest.class.getResourceAsStream("picture.proto")) {
            // A separator of lines, which JavaScript once took for one in strings too.
            cli.write(
                    FILE,
                    new String(schema.readAllBytes(), StandardCharsets.UTF_8).replace("and  all", "and \u2028 all"));
        }
        page = directory.resolve("page.html");
        assertThat(layout("--format", "html", "-o", page.toString()).code()).isZero();
        json = layout("--format", "json").out();
    }

    private Cli.Result layout(String... words) {
        String[] all = new String[words.length + 4];
        all[0] = "layout";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "-I";
        all[words.length + 2] = "DIR";
        all[words.length + 3] = "DIR/" + FILE;
        return cli.run(all);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void show() {
        browser.show(page, 1280, 900, "light");
    }

    @Test
    void everyStructIsDrawnWithEveryMember() {
        browser.run(DRAW_ALL, "32");
        assertThat(list("""
                        return JSON.parse(arguments[0]).structs.flatMap(struct => {
                          const section = document.getElementById('m-' + struct.name);
                          if (!section || !section.querySelector('.picture')) { return ['no picture of ' + struct.name]; }
                          const rows = [...section.querySelectorAll('tbody tr.member')];
                          return struct.fields.filter(field => !rows.some(row => row.dataset.path === field.name
                              && row.cells[1].textContent === String(field.offset) && row.cells[2].textContent === String(field.size)))
                            .map(field => 'no row of ' + struct.name + '.' + field.name);
                        });""", json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "16", "32", "64"})
    void everyMemberHasItsBytes(String width) {
        browser.run(DRAW_ALL, width);
        browser.run(ALL_LANES);
        assertThat(list("""
                        const width = Number(arguments[1]);
                        return JSON.parse(arguments[0]).structs.flatMap(struct => {
                          const picture = document.getElementById('m-' + struct.name).querySelector('.picture');
                          const bytes = picture.querySelector('.ruler .bytes').getBoundingClientRect();
                          const one = bytes.width / width;
                          return struct.fields.flatMap(field => {
                            const pieces = [...picture.querySelectorAll('[data-path]')].filter(piece => piece.dataset.path === field.name && piece.dataset.kind !== 'unused');
                            const from = pieces.map(piece => Number(piece.dataset.at)), to = pieces.map(piece => Number(piece.dataset.at) + Number(piece.dataset.size));
                            const wrong = Math.min(...from) !== field.offset || Math.max(...to) !== field.offset + field.size ? [struct.name + '.' + field.name + ' is ' + Math.min(...from) + ' to ' + Math.max(...to)] : [];
                            pieces.forEach((piece, i) => {
                              const box = piece.getBoundingClientRect();
                              const off = Math.abs(box.left - bytes.left - (from[i] % width) * one), wide = Math.abs(box.width - (to[i] - from[i]) * one);
                              if (off > 0.6 || wide > 0.6 || box.height < 12) { wrong.push(struct.name + '.' + field.name + ' at ' + from[i] + ' is off by ' + off + ', ' + wide); }
                            });
                            const folded = [...picture.querySelectorAll('.fold')].some(fold => fold.textContent.includes(field.name));
                            const drawn = pieces.reduce((sum, piece) => sum + Number(piece.dataset.size), 0);
                            if (folded ? drawn >= field.size : drawn !== field.size) { wrong.push(struct.name + '.' + field.name + ' has ' + drawn + ' of ' + field.size); }
                            return wrong;
                          });
                        });""", json, width)).isEmpty();
    }

    @Test
    void paddingIsHatchedInItsPlace() {
        browser.run(DRAW_ALL, "32");
        assertThat(list("""
                        return JSON.parse(arguments[0]).structs.flatMap(struct => struct.padding.flatMap(gap => {
                          const pieces = [...document.getElementById('m-' + struct.name).querySelectorAll('.piece[data-kind=gap]')]
                            .filter(piece => Number(piece.dataset.at) >= gap.offset && Number(piece.dataset.at) < gap.offset + gap.size);
                          const bytes = pieces.reduce((sum, piece) => sum + Number(piece.dataset.size), 0);
                          const hatched = pieces.every(piece => getComputedStyle(piece).backgroundImage.includes('repeating-linear-gradient'));
                          const folded = gap.size > 96;
                          return hatched && pieces.length && (folded || bytes === gap.size) ? [] : [struct.name + ' at ' + gap.offset + ': ' + bytes + ' of ' + gap.size];
                        }));""", json)).isEmpty();
        assertThat(text("#m-social\\.media\\.Waste .facts")).contains("17 bytes of padding (42.5 %)");
    }

    @Test
    void cacheLinesAreRuled() {
        browser.run(DRAW_ALL, "32");
        assertThat(
                        list(
                                "return [...document.querySelectorAll('#m-social\\\\.media\\\\.Aligned .boundary')].map(rule => rule.textContent)"))
                .asString()
                .isEqualTo("[cache line 1]");
        assertThat(text("#m-social\\.media\\.Packed .facts")).contains("label (0 and 1) lies across two cache lines");
    }

    @Test
    void nothingIsLoadedAndNothingIsComplainedOf() {
        browser.log();
        show();
        browser.run(DRAW_ALL, "16");
        assertThat(list("return performance.getEntriesByType('resource').map(entry => entry.name)"))
                .allSatisfy(name -> assertThat(name.toString()).startsWith("data:"));
        assertThat(browser.log()).isEmpty();
    }

    @Test
    void textsStayTexts() {
        browser.run(DRAW_ALL, "32");
        assertThat(browser.run("return String(window.hacked)")).isEqualTo("undefined");
        assertThat(
                        browser.run(
                                "return document.querySelectorAll('.struct img, .struct script, [onmouseover], [onerror]').length"))
                .isEqualTo(0L);
        assertThat(text("#m-social\\.media\\.Post .doc"))
                .contains("</script><script>window.hacked = 1</script><img src=x onerror=\"window.hacked = 1\">")
                .contains("\"Quoted\", 'single', `back`, &amp; and \u2028 all");
        assertThat(text("h1")).isEqualTo(FILE);
        assertThat(browser.run("return document.title")).isEqualTo("Layout of " + FILE);
        hover("author_id");
        assertThat(text("#tip")).contains("</script><b onmouseover='window.hacked = 1'>bold</b>");
    }

    @Test
    void aFieldUnderTheMouseTellsItsPlaceAndTypes() throws IOException {
        hover("like_count");
        browser.screenshot(SCREENSHOTS.resolve("layout-tip.png"));
        assertThat(text("#tip"))
                .contains("like_count")
                .containsPattern("bytes \\d+ to \\d+ \\(0x[0-9A-F]+\\) · 4 bytes · align 4 · cache line 7\\d")
                .contains("uint32 like_count = 5", "uint32_t like_count", "like_count: u32", "int likeCount()")
                .contains("present while bit 0 of p2f_has[0] is set: boolean hasLikeCount()");
        assertThat(
                        list(
                                "return [...document.querySelectorAll('#m-social\\\\.media\\\\.Post .on')].map(on => on.tagName)"))
                .asString()
                .contains("SPAN, SPAN, TR");
        hover("payload");
        assertThat(text("#tip")).contains("holds one of place, note, number, raw");
    }

    @Test
    void fieldsOfAOneofLieAboveEachOther() {
        browser.run(DRAW_ALL, "32");
        assertThat(list("""
                        const boxes = ['place', 'note', 'number', 'raw'].map(name => document.querySelector('#m-social\\\\.media\\\\.Post .piece[data-path="payload.' + name + '"]').getBoundingClientRect());
                        return boxes.map((box, i) => i === 0 || (box.left === boxes[0].left && box.top >= boxes[i - 1].bottom - 1)).filter(right => !right)""")).isEmpty();
        assertThat(browser.run("return document.querySelectorAll('#m-social\\\\.media\\\\.Many .lane').length"))
                .isEqualTo(8L);
        browser.run("document.querySelector('#m-social\\\\.media\\\\.Many .more').click(); return 1");
        assertThat(browser.run("return document.querySelectorAll('#m-social\\\\.media\\\\.Many .lane').length"))
                .isEqualTo(11L);
    }

    @Test
    void aNestedMessageOpensByKeysAndClicks() {
        browser.run(DRAW_ALL, "32");
        String post = "document.querySelector('#m-social\\\\.media\\\\.Post ";
        browser.run("const home = " + post + ".piece[data-path=home]'); home.focus(); return 1");
        long at = (Long) browser.run("return Number(" + post + ".piece[data-path=home]').dataset.at)");
        browser.press(Keys.ENTER);
        assertThat(browser.run("return Number(" + post + ".piece[data-path=\"home.y\"]').dataset.at)"))
                .isEqualTo(at + 8);
        assertThat(browser.run("return " + post + "tr[data-path=\"home.exact\"]').cells[1].textContent"))
                .isEqualTo(String.valueOf(at + 16));
        assertThat(browser.run("return document.activeElement.dataset.path")).isEqualTo("home.x");
        browser.run(post + "tr[data-path=track] .toggle').click(); return 1");
        assertThat(browser.run("return " + post + "tr[data-path=\"track[0].x\"]').cells[2].textContent"))
                .isEqualTo("8");
        browser.run(post + "tr[data-path=track] .toggle').click(); return 1");
        assertThat(browser.run("return document.querySelectorAll('[data-path^=\"track[0]\"]').length"))
                .isEqualTo(0L);
    }

    @Test
    void arrowsGoFromFieldToField() {
        browser.run(DRAW_ALL, "32");
        browser.run("document.querySelector('#m-social\\\\.media\\\\.Waste [data-stop]').focus(); return 1");
        assertThat(browser.run("return document.activeElement.getAttribute('aria-label')"))
                .isEqualTo("first, byte 0, bool, bool");
        browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(browser.run("return document.activeElement.dataset.path")).isEqualTo("second");
        assertThat(text("#tip")).contains("int64_t second");
        browser.press(Keys.END);
        assertThat(browser.run("return document.activeElement.dataset.path")).isEqualTo("sixth");
        assertThat(
                        browser.run(
                                "return document.querySelectorAll('#m-social\\\\.media\\\\.Waste .picture [tabindex=\"0\"]').length"))
                .isEqualTo(1L);
    }

    @Test
    void theBetterOrderIsTheOneThatTheOptionGives() throws IOException {
        browser.run(DRAW_ALL, "32");
        browser.run("document.querySelector('#m-social\\\\.media\\\\.Waste details.better').open = true; return 1");
        browser.run("return new Promise(done => setTimeout(() => done(1), 100))");
        browser.run("document.getElementById('m-social.media.Waste').scrollIntoView(); return 1");
        browser.screenshot(SCREENSHOTS.resolve("layout-better.png"));
        List<?> shown = list("""
                return [...document.querySelectorAll('#m-social\\\\.media\\\\.Waste details.better .piece[data-stop]')]
                  .map(piece => piece.dataset.path.replace(/ at .*/, '') + ' ' + piece.dataset.at)""");
        String schema = Files.readString(cli.path(FILE));
        cli.write(
                "better.proto",
                schema.replace("message Waste {", "message Waste { option (proto2ffi.message).order = SMALLEST;"));
        String better = cli.run("layout", "--message", "Waste", "-I", "DIR", "DIR/better.proto")
                .out();
        assertThat(better).startsWith("social.media.Waste  24 bytes");
        List<String> expected = better.lines()
                .filter(line -> line.matches(" +\\d+ .*"))
                .map(line -> line.trim().replace("-- ", "").split(" +", -1))
                .map(words -> words[2] + " " + words[0])
                .toList();
        assertThat(shown.toString()).isEqualTo(expected.toString());
        assertThat(text("#m-social\\.media\\.Waste details.better summary"))
                .contains("24 bytes instead of 40, 16 fewer");
    }

    @Test
    void starsAddUpCacheLines() {
        browser.run(DRAW_ALL, "32");
        browser.run(
                "document.querySelector('#m-social\\\\.media\\\\.Post tr[data-path=post_id] .star').click(); return 1");
        browser.run(
                "document.querySelector('#m-social\\\\.media\\\\.Post tr[data-path=tags] .star').click(); return 1");
        assertThat(text("#m-social\\.media\\.Post .hot-lines"))
                .isEqualTo("hot: post_id, tags take 40 bytes in 3 cache lines (0, 81, 82), and would fit 1");
        String hot = layout("--message", "Post", "--hot", "post_id,tags").out();
        assertThat(hot).contains(text("#m-social\\.media\\.Post .hot-lines"));
        assertThat(browser.run(
                        "return document.querySelectorAll('#m-social\\\\.media\\\\.Post .piece.hot').length > 1"))
                .isEqualTo(true);
    }

    @Test
    void aSearchFindsMessagesByTheirFields() {
        browser.run("document.getElementById('find').focus(); return 1");
        browser.press("checksum");
        browser.run("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");
        assertThat(list("return [...document.querySelectorAll('.struct:not([hidden])')].map(section => section.id)"))
                .asString()
                .isEqualTo("[m-social.media.Post]");
        assertThat(list("return [...document.querySelectorAll('#links a')].map(link => link.getAttribute('href'))"))
                .asString()
                .isEqualTo("[#m-social.media.Post]");
        browser.press("zzz");
        browser.run("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");
        assertThat(text("#nothing")).contains("No message and no field has");
    }

    @Test
    void everythingThatActsCanBeReachedByKeysAndHasAName() {
        browser.run(DRAW_ALL, "32");
        assertThat(list("""
                        return [...document.querySelectorAll('button, a[href], summary, .scroll, input, select')]
                          .filter(element => element.tabIndex < 0 || !(element.textContent.trim() || element.getAttribute('aria-label') || element.labels.length)).map(element => element.outerHTML)""")).isEmpty();
        assertThat(
                        list(
                                "return [...document.querySelectorAll('[data-stop]:not([aria-label]), table:not(:has(caption)), section:not([aria-labelledby])')].map(element => element.outerHTML)"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void labelsAreReadableOnTheirColours(String scheme) {
        browser.show(page, 1280, 900, scheme);
        browser.run(DRAW_ALL, "32");
        assertThat(list("""
                        const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                        const rgb = colour => {
                          context.clearRect(0, 0, 1, 1); context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
                          return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
                        };
                        const light = colour => rgb(colour).map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                          .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
                        const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
                        return [...document.querySelectorAll('.piece[data-kind=value]')].map(piece => {
                          const style = getComputedStyle(piece);
                          return [piece.className, contrast(style.color, style.backgroundColor)];
                        }).filter(([name, ratio]) => ratio < 7).map(String);""")).isEmpty();
    }

    @Test
    void theSchemeIsThatOfTheSystemUntilTheButtonChangesIt() {
        String background = "return getComputedStyle(document.body).backgroundColor";
        assertThat(browser.run(background)).isEqualTo("rgb(255, 255, 255)");
        browser.run("document.getElementById('theme').click(); return 1");
        assertThat(browser.run(background)).isEqualTo("rgb(18, 21, 26)");
        browser.show(page, 1280, 900, "dark");
        assertThat(browser.run(background)).isEqualTo("rgb(18, 21, 26)");
        assertThat(browser.run("return document.getElementById('theme').getAttribute('aria-pressed')"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "desktop, 1440, 1300, light",
        "dark, 1440, 1300, dark",
        "tablet, 820, 1100, light",
        "phone, 360, 1400, light",
        "phone-dark, 360, 1400, dark"
    })
    void nothingOverflows(String name, int width, int height, String scheme) throws IOException {
        browser.show(page, width, height, scheme);
        browser.run(DRAW_ALL, "0");
        browser.run("document.querySelectorAll('.toggle').forEach(toggle => toggle.click()); return 1");
        assertThat(browser.run("return document.documentElement.clientWidth")).isEqualTo((long) width);
        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo((long) width);
        browser.show(page, width, height, scheme);
        browser.run(DRAW_ALL, "0");
        browser.screenshot(SCREENSHOTS.resolve("layout-" + name + ".png"));
        for (String struct : List.of("Post", "Waste", "Many")) {
            browser.run("document.getElementById('m-social.media." + struct + "').scrollIntoView(); return 1");
            browser.screenshot(SCREENSHOTS.resolve("layout-" + name + "-" + struct + ".png"));
        }
    }

    @Test
    void printsEveryStruct() throws IOException {
        byte[] pdf = browser.print();
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve("layout.pdf"), pdf);
        assertThat(
                        browser.run(
                                "return [...document.querySelectorAll('.struct')].every(section => section.querySelector('.picture'))"))
                .isEqualTo(true);
    }

    @Test
    void aThousandMessagesOpenAtOnce() throws IOException {
        StringBuilder schema = new StringBuilder("syntax = \"proto3\"; package big;\n");
        for (int i = 0; i < 1000; i++) {
            schema.append("message M").append(i).append(" {\n");
            for (int field = 1; field <= 12; field++) {
                schema.append("  ")
                        .append(field % 3 == 0 ? "bool" : "int64")
                        .append(" f")
                        .append(field)
                        .append(" = ")
                        .append(field)
                        .append(";\n");
            }
            schema.append("}\n");
        }
        cli.write("big.proto", schema.toString());
        long start = System.nanoTime();
        assertThat(cli.run("layout", "--format", "html", "-o", "DIR/big.html", "-I", "DIR", "DIR/big.proto")
                        .code())
                .isZero();
        long written = System.nanoTime();
        browser.show(cli.path("big.html"), 1280, 900, "light");
        assertThat(browser.run("return document.querySelector('#m-big\\\\.M0 .picture') ? 1 : 0"))
                .isEqualTo(1L);
        long shown = System.nanoTime();
        // Generous, for machines that do other things besides; it takes a second each.
        assertThat((written - start) / 1e9).as("seconds to write").isLessThan(15);
        assertThat((shown - written) / 1e9).as("seconds to open").isLessThan(15);
        assertThat((Long) browser.run("return document.querySelectorAll('.struct .picture').length"))
                .isBetween(1L, 30L);
        assertThat(browser.run("return document.querySelectorAll('#links li').length"))
                .isEqualTo(1000L);
        browser.run("location.hash = '#m-big.M777'; return new Promise(done => setTimeout(() => done(1), 300))");
        assertThat((Double)
                        browser.run("return 0.5 + document.getElementById('m-big.M777').getBoundingClientRect().top"))
                .isBetween(-2.0, 100.0);
        assertThat(browser.run("return document.querySelector('#m-big\\\\.M777 .picture') ? 1 : 0"))
                .isEqualTo(1L);
    }

    private void hover(String path) {
        browser.run(DRAW_ALL, "32");
        browser.run("""
                const piece = [...document.querySelectorAll('#m-social\\\\.media\\\\.Post .piece')].find(each => each.dataset.path === arguments[0]);
                piece.scrollIntoView({block: 'center'});
                return new Promise(done => setTimeout(() => {
                  piece.dispatchEvent(new PointerEvent('pointerover', {bubbles: true}));
                  done(1);
                }, 100));""", path);
    }

    private String text(String selector) {
        return browser.run("return document.querySelector(arguments[0]).textContent", selector)
                .toString();
    }

    private List<?> list(String script, Object... arguments) {
        return (List<?>) browser.run(script, arguments);
    }
}
