package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rules hold, and what of it is accepted.
 *
 * @param rules those that are looked at
 * @param categories those that were asked for; nothing is said of others that they are compatible
 * @param failOn findings of this severity and graver ones break; null for none
 * @param ignores findings that are accepted
 */
public record RuleSettings(
        Set<Rule> rules, Set<Category> categories, @Nullable Severity failOn, List<Ignore> ignores) {
    /** All rules; errors break; nothing is accepted. */
    public static final RuleSettings ALL =
            new RuleSettings(EnumSet.allOf(Rule.class), EnumSet.allOf(Category.class), Severity.ERROR, List.of());

    public RuleSettings {
        rules = Collections.unmodifiableSet(rules.isEmpty() ? EnumSet.noneOf(Rule.class) : EnumSet.copyOf(rules));
        categories = Set.copyOf(categories);
        ignores = List.copyOf(ignores);
    }

    /** Only the rules that belong to one of these categories. */
    public RuleSettings only(Collection<Category> some) {
        EnumSet<Rule> kept = EnumSet.noneOf(Rule.class);
        for (Rule rule : rules) {
            if (!Collections.disjoint(rule.categories(), some)) {
                kept.add(rule);
            }
        }
        return new RuleSettings(kept, Set.copyOf(some), failOn, ignores);
    }

    /** These rules too. */
    public RuleSettings with(Collection<Rule> more) {
        EnumSet<Rule> kept = EnumSet.noneOf(Rule.class);
        kept.addAll(rules);
        kept.addAll(more);
        return new RuleSettings(kept, categories, failOn, ignores);
    }

    /** Without these rules. */
    public RuleSettings without(Collection<Rule> dropped) {
        EnumSet<Rule> kept = EnumSet.noneOf(Rule.class);
        kept.addAll(rules);
        kept.removeAll(dropped);
        return new RuleSettings(kept, categories, failOn, ignores);
    }

    /** @param severity null where no finding breaks */
    public RuleSettings failingOn(@Nullable Severity severity) {
        return new RuleSettings(rules, categories, severity, ignores);
    }

    /** These findings accepted too. */
    public RuleSettings ignoring(Collection<Ignore> more) {
        List<Ignore> all = new ArrayList<>(ignores);
        all.addAll(more);
        return new RuleSettings(rules, categories, failOn, all);
    }

    /** Whether a finding breaks. */
    boolean isBreaking(Finding finding) {
        return failOn != null && finding.severity().compareTo(failOn) <= 0;
    }
}
