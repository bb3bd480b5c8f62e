package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.evolve.Finding;
import dev.proto2ffi.core.evolve.Ignore;
import dev.proto2ffi.core.evolve.Outcome;
import dev.proto2ffi.core.evolve.OutcomeJson;
import dev.proto2ffi.core.evolve.OutcomeMarkdown;
import dev.proto2ffi.core.evolve.OutcomeText;
import dev.proto2ffi.core.evolve.RuleSettings;
import java.util.List;

/** What a change of a schema breaks: in memory, on the wire and in source code. Immutable. */
public final class Comparison {
    private final Outcome outcome;

    private Comparison(Outcome outcome) {
        this.outcome = outcome;
    }

    /** @param settings which rules hold, and what is accepted */
    public static Comparison of(Lock old, Lock now, RuleSettings settings) {
        boolean same = old.text().equals(now.text());
        return new Comparison(Outcome.of(old.facts(), now.facts(), same, settings));
    }

    /** By file and place in the new schema, without those that are accepted. */
    public List<Finding> findings() {
        return outcome.findings();
    }

    /** What was to be accepted, but wasn't found. */
    public List<Ignore> unusedIgnores() {
        return outcome.unused();
    }

    /** Whether a finding is as grave as the settings' {@link RuleSettings#failOn}. */
    public boolean hasBreaking() {
        return outcome.hasBreaking();
    }

    /** Whether both have the same lock file, so that nothing at all changed. */
    public boolean isSame() {
        return outcome.same();
    }

    /** The findings as the rest of the tool says such things: places, help, and the rule as code. */
    public List<Diagnostic> diagnostics() {
        return outcome.findings().stream().map(OutcomeText::diagnostic).toList();
    }

    /** For people and editors. */
    public String text(TextStyle style) {
        return OutcomeText.print(outcome, style);
    }

    /** For programs; the format is part of the tool's contract. */
    public String json() {
        return OutcomeJson.print(outcome);
    }

    /** For the comment of a pull request. */
    public String markdown() {
        return OutcomeMarkdown.print(outcome);
    }
}
