package dev.proto2ffi.core.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.proto2ffi.core.diagnostic.TextRenderer;
import dev.proto2ffi.core.diagnostic.TextStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the rules of {@code docs/evolution.md} to the table and the cases; {@code -Dcases.refresh} rewrites them. */
class EvolutionPageTest {
    private static final Path PAGE = Path.of("..", "docs", "evolution.md");
    private static final String BEGIN = "<!-- Made of Rule and its cases by EvolutionPageTest. -->\n";
    private static final String END = "<!-- End of what is made. -->\n";

    @Test
    void thePageHasTheRulesOfTheCode() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        assertThat(begin).as("the mark %s in %s", BEGIN, PAGE).isNotNegative();
        assertThat(end).as("the mark %s in %s", END, PAGE).isGreaterThan(begin);
        String wanted = page.substring(0, begin + BEGIN.length()) + rules() + page.substring(end);
        if (wanted.equals(page)) {
            return;
        }
        if (System.getProperty("cases.refresh") != null) {
            Files.writeString(PAGE, wanted);
            fail("rewrote " + PAGE + "; look at the difference, then run without -Dcases.refresh");
        }
        assertThat(page).as("%s; -Dcases.refresh rewrites it", PAGE).isEqualTo(wanted);
    }

    private static String rules() {
        StringBuilder out = new StringBuilder("\n| rule | severity | categories |\n|---|---|---|\n");
        for (Rule rule : Rule.values()) {
            out.append("| [`")
                    .append(rule.word())
                    .append("`](#")
                    .append(rule.word())
                    .append(") | ");
            out.append(rule.severity().word())
                    .append(" | ")
                    .append(RuleList.categories(rule))
                    .append(" |\n");
        }
        for (Rule rule : Rule.values()) {
            rule(rule, out);
        }
        return out.append('\n').toString();
    }

    private static void rule(Rule rule, StringBuilder out) {
        RuleCase given = RuleCase.of(rule);
        out.append("\n### ").append(rule.word()).append("\n\n");
        out.append("**")
                .append(rule.severity().word())
                .append("**, ")
                .append(RuleList.categories(rule))
                .append(". ");
        out.append(rule.meaning()).append("\n\n");
        out.append("```diff\n");
        given.now().keySet().forEach(name -> {
            out.append(given.now().size() > 1 ? "@@ " + name + " @@\n" : "");
            List<String> before = given.old().getOrDefault(name, "").lines().toList();
            LineDiff.print(before, given.now().getOrDefault(name, "").lines().toList(), out);
        });
        out.append("```\n\n");
        out.append("```text\n").append(message(given)).append("```\n");
        if (rule.advice() != null) {
            out.append("\nInstead: ").append(rule.advice()).append(".\n");
        }
    }

    /** The first line of what is said; the lines of the page are not those of the file, which has a head. */
    private static String message(RuleCase given) {
        for (Finding finding : Facts.compare(RuleCase.facts(given.old()), RuleCase.facts(given.now()))) {
            if (finding.rule() == given.rule()) {
                String text = new TextRenderer(TextStyle.PLAIN).render(OutcomeText.diagnostic(finding));
                return text.substring(text.indexOf(": ") + 2, text.indexOf('\n') + 1);
            }
        }
        throw new AssertionError(given + " finds nothing");
    }
}
