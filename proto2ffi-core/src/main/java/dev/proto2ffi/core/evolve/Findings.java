package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find, and leaves out what isn't looked at. */
final class Findings {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Findings::path)
            .thenComparingInt(finding -> start(finding.place()))
            .thenComparing(Finding::rule)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::message);

    private final Set<Rule> rules;
    private final List<Finding> all = new ArrayList<>();

    Findings(Set<Rule> rules) {
        this.rules = rules;
    }

    /** @return whether the rule is looked at, so that the finding explains what follows from it */
    boolean add(Rule rule, String subject, String message, @Nullable Span old, @Nullable Span now) {
        if (!rules.contains(rule)) {
            return false;
        }
        all.add(new Finding(rule, subject, message, old, now));
        return true;
    }

    /** By file, then by place. */
    List<Finding> sorted() {
        return all.stream().sorted(ORDER).toList();
    }

    private static String path(Finding finding) {
        Span place = finding.place();
        return place == null ? "" : place.file().displayPath();
    }

    private static int start(@Nullable Span span) {
        return span == null ? 0 : span.start();
    }
}
