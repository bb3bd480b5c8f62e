package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a comparison.
 *
 * @param same whether the lock files of both schemas have the same text
 * @param findings by file and place, without those that are accepted
 * @param accepted findings that some {@link Ignore} covers
 * @param unused what was to be accepted and wasn't found
 * @param refused services of which Java refuses libraries of the other schema
 */
public record Outcome(
        boolean same,
        List<Finding> findings,
        List<Finding> accepted,
        List<Ignore> unused,
        List<String> refused,
        RuleSettings settings) {
    public Outcome {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        unused = List.copyOf(unused);
        refused = List.copyOf(refused);
    }

    /** Compares two schemas. */
    public static Outcome of(SchemaFacts old, SchemaFacts now, boolean same, RuleSettings settings) {
        List<Finding> findings = new ArrayList<>();
        List<Finding> accepted = new ArrayList<>();
        for (Finding finding : SchemaComparison.compare(old, now, settings.rules())) {
            boolean covered = settings.ignores().stream().anyMatch(ignore -> ignore.covers(finding));
            (covered ? accepted : findings).add(finding);
        }
        List<Ignore> unused = settings.ignores().stream()
                .filter(ignore -> accepted.stream().noneMatch(ignore::covers))
                .toList();
        return new Outcome(same, findings, accepted, unused, refused(old, now), settings);
    }

    private static List<String> refused(SchemaFacts old, SchemaFacts now) {
        List<String> refused = new ArrayList<>();
        for (ServiceFacts service : old.services().values()) {
            ServiceFacts after = now.services().get(service.fullName());
            if (after != null
                    && service.fingerprint() != null
                    && after.fingerprint() != null
                    && !service.fingerprint().equals(after.fingerprint())) {
                refused.add(service.fullName());
            }
        }
        return refused;
    }

    /** Whether a finding is grave enough to break, as the settings say. */
    public boolean hasBreaking() {
        return findings.stream().anyMatch(settings::isBreaking);
    }

    long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** What a category has come to: {@code breaks}, {@code may break}, {@code compatible} or {@code not checked}. */
    String verdict(Category category) {
        boolean warns = false;
        for (Finding finding : findings) {
            if (finding.rule().categories().contains(category)) {
                if (finding.severity() == Severity.ERROR) {
                    return "breaks";
                }
                warns |= finding.severity() == Severity.WARNING;
            }
        }
        if (warns) {
            return "may break";
        }
        return settings.categories().contains(category) ? "compatible" : "not checked";
    }

    /** How many findings of which kind there are, such as {@code 2 errors, 1 note}. */
    String counts() {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = count(severity);
            if (count > 0) {
                parts.add(count + " " + severity.word() + (count == 1 ? "" : "s"));
            }
        }
        if (!accepted.isEmpty()) {
            parts.add(accepted.size() + " accepted");
        }
        return parts.isEmpty() ? "no findings" : String.join(", ", parts);
    }
}
