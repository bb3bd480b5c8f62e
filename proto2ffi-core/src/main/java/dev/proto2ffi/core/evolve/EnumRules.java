package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireEnum;
import dev.proto2ffi.core.model.wire.WireEnum.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The constants of an enum, and how they are stored. */
final class EnumRules {
    private final EnumFacts old;
    private final EnumFacts now;
    private final Findings findings;

    /** New constants by the names of the old ones that they are. */
    private final Map<String, Value> nowByOldName = new HashMap<>();

    EnumRules(EnumFacts old, EnumFacts now, Findings findings) {
        this.old = old;
        this.now = now;
        this.findings = findings;
    }

    void compare() {
        pair();
        if (old.size() != now.size()) {
            findings.add(
                    Rule.ENUM_WIDTH_CHANGED,
                    now.fullName(),
                    now.fullName() + " is stored in " + bytes(now.size()) + " and was in " + bytes(old.size()),
                    old.span(),
                    now.span());
        }
        if (old.wire().closed() != now.wire().closed()) {
            findings.add(
                    Rule.ENUM_OPENNESS_CHANGED,
                    now.fullName(),
                    now.fullName() + (now.wire().closed() ? " is closed and was open" : " is open and was closed"),
                    old.span(),
                    now.span());
        }
        values();
        first();
    }

    private static String bytes(int count) {
        return count == 1 ? "1 byte" : count + " bytes";
    }

    /** By name; of the others, by number. */
    private void pair() {
        Set<String> taken = new HashSet<>();
        for (Value value : old.wire().values()) {
            Value same = byName(now.wire(), value.name());
            if (same != null) {
                nowByOldName.put(value.name(), same);
                taken.add(same.name());
            }
        }
        for (Value value : old.wire().values()) {
            if (nowByOldName.containsKey(value.name())) {
                continue;
            }
            for (Value candidate : now.wire().values()) {
                if (candidate.number() == value.number()
                        && byName(old.wire(), candidate.name()) == null
                        && taken.add(candidate.name())) {
                    nowByOldName.put(value.name(), candidate);
                    break;
                }
            }
        }
    }

    private static @Nullable Value byName(WireEnum definition, String name) {
        for (Value value : definition.values()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    private void values() {
        List<Value> added = new ArrayList<>(now.wire().values());
        for (Value value : old.wire().values()) {
            Value after = nowByOldName.get(value.name());
            if (after == null) {
                removed(value);
                continue;
            }
            added.remove(after);
            if (!after.name().equals(value.name())) {
                findings.add(
                        Rule.ENUM_VALUE_RENAMED,
                        subject(after),
                        "constant " + after.number() + " of " + now.fullName() + " is called " + after.name()
                                + " and was " + value.name(),
                        value.span(),
                        after.span());
            } else if (after.number() != value.number()) {
                findings.add(
                        Rule.ENUM_VALUE_NUMBER_CHANGED,
                        subject(after),
                        subject(after) + " is " + after.number() + " and was " + value.number(),
                        value.numberSpan(),
                        after.numberSpan());
            }
        }
        added.forEach(this::added);
    }

    private void added(Value value) {
        String before = old.wire().values().stream()
                .filter(other -> other.number() == value.number())
                .map(Value::name)
                .findFirst()
                .orElse("");
        findings.add(
                Rule.ENUM_VALUE_ADDED,
                subject(value),
                subject(value) + " = " + value.number() + " is new: old programs "
                        + (before.isEmpty() ? "see a number without a name" : "take it for " + before),
                null,
                value.span());
    }

    private void removed(Value value) {
        WireEnum after = now.wire();
        findings.add(
                Rule.ENUM_VALUE_REMOVED,
                subject(value),
                "constant " + subject(value) + " is gone",
                value.span(),
                now.span());
        boolean numberStays = after.values().stream().anyMatch(next -> next.number() == value.number());
        if (!numberStays && after.reserved().stream().noneMatch(range -> range.contains(value.number()))) {
            findings.add(
                    Rule.ENUM_VALUE_NUMBER_NOT_RESERVED,
                    subject(value),
                    "number " + value.number() + " of " + subject(value) + ", which is gone, isn't reserved",
                    value.numberSpan(),
                    now.span());
        }
        if (!after.reservedNames().contains(value.name())) {
            findings.add(
                    Rule.ENUM_VALUE_NAME_NOT_RESERVED,
                    subject(value),
                    "the name of " + subject(value) + ", which is gone, isn't reserved",
                    value.span(),
                    now.span());
        }
    }

    private void first() {
        Value before = old.wire().values().get(0);
        Value after = now.wire().values().get(0);
        boolean same = after.equals(nowByOldName.get(before.name()));
        if (!same && before.number() != after.number()) {
            findings.add(
                    Rule.ENUM_DEFAULT_CHANGED,
                    now.fullName(),
                    "the first constant of " + now.fullName() + " is " + after.name() + " and was " + before.name(),
                    before.span(),
                    after.span());
        }
    }

    private String subject(Value value) {
        return now.fullName() + "." + value.name();
    }
}
