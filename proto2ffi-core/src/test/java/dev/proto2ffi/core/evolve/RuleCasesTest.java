package dev.proto2ffi.core.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.TextStyle;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each rule a change that it is about, and one that it isn't. */
class RuleCasesTest {
    static Stream<RuleCase> cases() {
        return Arrays.stream(Rule.values()).map(RuleCase::of);
    }

    @Test
    void noRuleLacksACase() throws IOException {
        assertThat(RuleCase.names())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::word).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theChangeIsFoundByTheRuleAndByTheOthersThatTheCaseNames(RuleCase given) {
        List<Finding> findings = Facts.compare(RuleCase.facts(given.old()), RuleCase.facts(given.now()));
        assertThat(findings)
                .as("%s", findings)
                .extracting(finding -> finding.rule().word())
                .containsOnly(given.also().toArray(String[]::new))
                .containsAll(given.also());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anotherChangeIsNotFound(RuleCase given) {
        assertThat(given.fine()).isNotEmpty();
        assertThat(Facts.compare(RuleCase.facts(given.old()), RuleCase.facts(given.fine())))
                .extracting(Finding::rule)
                .doesNotContain(given.rule());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameSchemaHasNoFindings(RuleCase given) {
        for (SchemaFacts facts : List.of(RuleCase.facts(given.old()), RuleCase.facts(given.now()))) {
            assertThat(Facts.compare(facts, facts)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRuleThatIsSwitchedOffFindsNothingAndOneThatIsSwitchedOnFindsIt(RuleCase given) {
        SchemaFacts old = RuleCase.facts(given.old());
        SchemaFacts now = RuleCase.facts(given.now());
        Set<Rule> only = EnumSet.of(given.rule());
        assertThat(SchemaComparison.compare(old, now, only))
                .isNotEmpty()
                .allMatch(finding -> finding.rule() == given.rule());
        assertThat(SchemaComparison.compare(old, now, EnumSet.complementOf(EnumSet.of(given.rule()))))
                .noneMatch(finding -> finding.rule() == given.rule());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findingsHavePlacesAndSentences(RuleCase given) {
        SchemaFacts old = RuleCase.facts(given.old());
        SchemaFacts now = RuleCase.facts(given.now());
        for (Finding finding : Facts.compare(old, now)) {
            assertThat(finding.place()).as("%s", finding).isNotNull();
            assertThat(finding.message()).doesNotEndWith(".").isNotBlank();
            assertThat(finding.subject()).isNotBlank();
        }
        Outcome outcome = Outcome.of(old, now, false, RuleSettings.ALL);
        assertThat(OutcomeText.print(outcome, TextStyle.PLAIN))
                .contains(given.rule().word());
        assertThat(OutcomeMarkdown.print(outcome)).contains("`" + given.rule().word() + "`");
        assertThat(OutcomeJson.print(outcome))
                .contains("\"rule\": \"" + given.rule().word() + "\"");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lockFilesAreFoundToDifferInTheSameWay(RuleCase given) {
        SchemaFacts old = RuleCase.facts(given.old());
        SchemaFacts now = RuleCase.facts(given.now());
        List<String> fromLocks = Facts.compare(LockTextTest.reread(old), LockTextTest.reread(now)).stream()
                .map(RuleCasesTest::withoutPlace)
                .sorted()
                .toList();
        assertThat(fromLocks)
                .isEqualTo(Facts.compare(old, now).stream()
                        .map(RuleCasesTest::withoutPlace)
                        .sorted()
                        .toList());
    }

    private static String withoutPlace(Finding finding) {
        return finding.rule().word() + " " + finding.subject() + " " + finding.message();
    }
}
