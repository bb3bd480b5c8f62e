package dev.proto2ffi.snippets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/troubleshooting.md} to the code: all that can be reported or thrown is on it. Severity and example of
 * a diagnostic are those of the case files; {@code -Dcases.refresh} writes them.
 */
class TroubleshootingTest {
    private static final Path PAGE = Project.ROOT.resolve("docs/troubleshooting.md");
    private static final Path CORE = Project.ROOT.resolve("proto2ffi-core/src/main/java/dev/proto2ffi/core");
    private static final Path CLI = Project.ROOT.resolve("proto2ffi-cli/src/main/java");
    private static final Path RUNTIME = Project.ROOT.resolve("proto2ffi-runtime/src/main/java");

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+)` \\| ([a-z, ]*) ?\\| (.*?) ?\\| (.*) \\|$");
    private static final Pattern CODE = Pattern.compile("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\"");
    private static final Pattern CALL =
            Pattern.compile("Diagnostic\\.(?:error|warning|note)\\(\\s*\"([a-z][a-z0-9-]+)\"");
    private static final Pattern REPORTED = Pattern.compile("(?:tell|error|warning|note)\\(\\s*\"([a-z-]+)\"");
    private static final String LAST_TABLE_OF_CODES = "## The command ends with 2 or 3";

    /** Thrown where only a bug of ours, or of the JDK, leads. */
    private static final Set<String> INTERNAL =
            Set.of("AssertionError", "ExceptionInInitializerError", "StackOverflowError");

    /** Words of lock files and places of the page of layouts, which look like codes. */
    private static final Set<String> NO_CODES =
            Set.of("proto2ffi-lock", "rust-module", "script-digest", "style-digest");

    /** Thrown and caught in the runtime, so that its classes are loaded when it matters. */
    private static final List<String> REHEARSAL = List.of("rehearsal");

    @Test
    void everyCodeHasItsRow() throws IOException {
        Diagnosed diagnosed = Diagnosed.cases();
        NavigableSet<String> codes = codes(diagnosed);
        String page = Files.readString(PAGE);
        String wanted = wanted(page, codes, diagnosed);
        if (!wanted.equals(page) && System.getProperty("cases.refresh") != null) {
            Files.writeString(PAGE, wanted);
            fail("rewrote " + PAGE
                    + "; look at the difference, write what is missing, then run without -Dcases.refresh");
        }
        List<String> rows = new ArrayList<>(wanted.lines().toList());
        rows.removeAll(page.lines().toList());
        assertThat(rows)
                .as("rows that %s should have; -Dcases.refresh writes them", PAGE)
                .isEmpty();
        assertThat(page).as("%s; -Dcases.refresh rewrites it", PAGE).isEqualTo(wanted);
        assertThat(incomplete(page)).as("codes without an example or a way out").isEmpty();
    }

    @Test
    void everyCodeOfTheCommandIsThere() throws IOException {
        String page = Files.readString(PAGE);
        NavigableSet<String> codes = new TreeSet<>();
        for (Path file : Workshop.files(CLI, ".java")) {
            REPORTED.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
        }
        assertThat(codes).contains("command-line", "input", "output");
        assertThat(codes).allSatisfy(code -> assertThat(page).contains("| `" + code + "` |"));
    }

    @Test
    void everyMessageOfTheRuntimeIsThere() throws IOException {
        String page = Files.readString(PAGE);
        List<String> missing = new ArrayList<>();
        List<Thrown> all = Thrown.in(RUNTIME);
        for (Thrown one : all) {
            List<String> words = one.texts().stream()
                    .map(TroubleshootingTest::shown)
                    .filter(text -> text.length() > 5)
                    .toList();
            boolean found = words.isEmpty()
                    ? page.contains("`" + one.type())
                    : words.stream().anyMatch(page::contains);
            if (!found && !INTERNAL.contains(one.type()) && !one.texts().equals(REHEARSAL)) {
                missing.add(one.toString());
            }
        }
        assertThat(all).hasSizeGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    /** The words of a literal up to its advice: the page may leave out the rest. */
    private static String shown(String literal) {
        String words = literal.replaceFirst("^(?:\\\\[n\"]|[^\\w-])+", "");
        return words.split("[;,:(]|\\\\", 2)[0].strip();
    }

    /** Texts of such a form, with hyphens, are codes, and so is what a method takes that reports. */
    private static NavigableSet<String> codes(Diagnosed diagnosed) throws IOException {
        NavigableSet<String> codes = new TreeSet<>();
        for (Path file : Workshop.files(CORE, ".java")) {
            String source = Thrown.withoutComments(Files.readString(file));
            CODE.matcher(source).results().forEach(found -> codes.add(found.group(1)));
            CALL.matcher(source).results().forEach(found -> codes.add(found.group(1)));
        }
        codes.removeAll(NO_CODES);
        diagnosed.codes().forEach(codes::add);
        return codes;
    }

    /** The page with what the case files know, with a row for each code, and without rows of codes that are no more. */
    private static String wanted(String page, NavigableSet<String> codes, Diagnosed diagnosed) {
        StringBuilder wanted = new StringBuilder();
        NavigableSet<String> left = new TreeSet<>(codes);
        boolean inTables = true;
        for (String line : page.lines().toList()) {
            if (line.equals(LAST_TABLE_OF_CODES)) {
                left.forEach(code -> wanted.append(row(code, "", "", "", diagnosed)));
                wanted.append(left.isEmpty() ? "" : "\n");
                inTables = false;
            }
            Matcher row = ROW.matcher(line);
            if (!inTables || !row.matches()) {
                wanted.append(line).append('\n');
            } else if (left.remove(row.group(1))) {
                wanted.append(row(row.group(1), row.group(2).strip(), row.group(3), row.group(4), diagnosed));
            }
        }
        return wanted.toString();
    }

    private static String row(String code, String severity, String example, String advice, Diagnosed diagnosed) {
        String says = diagnosed.has(code) ? "`" + diagnosed.message(code).replace("|", "\\|") + "`" : example;
        String severities = diagnosed.has(code) ? diagnosed.severities(code) : severity;
        return "| `" + code + "` | " + severities + " | " + says + " | " + advice + " |\n";
    }

    private static List<String> incomplete(String page) {
        List<String> incomplete = new ArrayList<>();
        for (String line :
                page.substring(0, page.indexOf(LAST_TABLE_OF_CODES)).lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()
                    && (row.group(2).isBlank()
                            || row.group(3).isBlank()
                            || row.group(4).isBlank())) {
                incomplete.add(row.group(1));
            }
        }
        return incomplete;
    }
}
