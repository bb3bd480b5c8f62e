package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireEnum;
import dev.proto2ffi.core.model.wire.WireMessage;
import dev.proto2ffi.core.model.wire.WireRange;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a message or enum keeps for nobody, or for extensions. */
final class ReservedRules {
    private final String subject;
    private final int max;
    private final Span old;
    private final Span now;
    private final Findings findings;

    private ReservedRules(String subject, int max, Span old, Span now, Findings findings) {
        this.subject = subject;
        this.max = max;
        this.old = old;
        this.now = now;
        this.findings = findings;
    }

    static void compare(WireMessage old, WireMessage now, Findings findings) {
        ReservedRules rules =
                new ReservedRules(now.fullName(), WireRangeText.MAX_FIELD, old.span(), now.span(), findings);
        rules.ranges(Rule.RESERVED_NUMBER_DROPPED, "reserved", old.reserved(), now.reserved());
        rules.names(old.reservedNames(), now.reservedNames());
        rules.ranges(Rule.EXTENSION_RANGE_DROPPED, "for extensions", old.extensions(), now.extensions());
    }

    static void compare(WireEnum old, WireEnum now, Findings findings) {
        ReservedRules rules = new ReservedRules(now.fullName(), Integer.MAX_VALUE, old.span(), now.span(), findings);
        rules.ranges(Rule.RESERVED_NUMBER_DROPPED, "reserved", old.reserved(), now.reserved());
        rules.names(old.reservedNames(), now.reservedNames());
    }

    private void ranges(Rule rule, String what, List<WireRange> before, List<WireRange> after) {
        List<WireRange> dropped = new ArrayList<>();
        before.forEach(range -> dropped.addAll(without(range, after)));
        dropped.sort(Comparator.comparingInt(WireRange::first));
        if (!dropped.isEmpty()) {
            List<String> texts = dropped.stream()
                    .map(range -> WireRangeText.of(range, max))
                    .distinct()
                    .toList();
            boolean one = dropped.size() == 1
                    && dropped.get(0).first() == dropped.get(0).last();
            findings.add(
                    rule,
                    subject,
                    (one ? "number " : "numbers ") + String.join(", ", texts) + " of " + subject
                            + (one ? " was " : " were ") + what + " and " + (one ? "isn't" : "aren't") + " any more",
                    old,
                    now);
        }
    }

    /** The parts of a range that none of the others has. */
    private static List<WireRange> without(WireRange range, List<WireRange> others) {
        List<WireRange> left = List.of(range);
        for (WireRange other : others) {
            List<WireRange> next = new ArrayList<>();
            for (WireRange part : left) {
                if (other.last() < part.first() || part.last() < other.first()) {
                    next.add(part);
                    continue;
                }
                if (part.first() < other.first()) {
                    next.add(new WireRange(part.first(), other.first() - 1));
                }
                if (other.last() < part.last()) {
                    next.add(new WireRange(other.last() + 1, part.last()));
                }
            }
            left = next;
        }
        return left;
    }

    private void names(List<String> before, List<String> after) {
        for (String name : before) {
            if (!after.contains(name)) {
                findings.add(
                        Rule.RESERVED_NAME_DROPPED,
                        subject,
                        "the name \"" + name + "\" of " + subject + " was reserved and isn't any more",
                        old,
                        now);
            }
        }
    }
}
