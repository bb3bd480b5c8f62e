package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The union of a oneof before and after. */
final class UnionRules {
    private final MessagePair message;
    private final Slot old;
    private final Slot now;
    private final StructRules struct;

    UnionRules(MessagePair message, Slot old, Slot now, StructRules struct) {
        this.message = message;
        this.old = old;
        this.now = now;
        this.struct = struct;
    }

    void compare() {
        Map<String, MemberFacts> after = new HashMap<>();
        now.inner().forEach(member -> after.put(NameMap.simple(member.path()), member));
        Set<MemberFacts> known = new HashSet<>();
        boolean retyped = false;
        for (MemberFacts member : old.inner()) {
            String name = NameMap.simple(member.path());
            WireField field = message.fields().now(name);
            MemberFacts same = after.get(field == null ? name : field.name());
            if (same != null) {
                known.add(same);
                retyped |= struct.type(member, same, cause());
            } else if (field == null) {
                struct.report(
                        Rule.MEMBER_REMOVED,
                        member.path(),
                        struct.subject(member.path()) + " is gone from the union",
                        member.span(),
                        now.main().span(),
                        otherBytes());
            } else if (field.oneof() != null) {
                struct.report(
                        Rule.MEMBER_STORAGE_CHANGED,
                        field.name(),
                        struct.subject(field.name()) + " is stored in the union of " + field.oneof()
                                + " and was in that of " + old.name(),
                        member.span(),
                        field.span(),
                        otherBytes());
            }
        }
        if (sizeChanged() && !retyped) {
            struct.report(
                    Rule.ONEOF_STORAGE_CHANGED,
                    now.name(),
                    "the union " + struct.subject(now.name()) + " takes "
                            + now.main().size() + " bytes of alignment "
                            + now.main().align() + " and took " + old.main().size() + " of alignment "
                            + old.main().align(),
                    old.main().span(),
                    now.main().span(),
                    cause());
        } else if (!sizeChanged()) {
            for (MemberFacts member : now.inner()) {
                if (!known.contains(member) && isNew(member)) {
                    struct.report(
                            Rule.ONEOF_MEMBER_ADDED,
                            member.path(),
                            struct.subject(member.path())
                                    + " is new and fits into the union: old programs see a case that "
                                    + "they don't know",
                            null,
                            member.span(),
                            null);
                }
            }
        }
    }

    private Cause cause() {
        return Cause.of(List.of(old, now));
    }

    private @Nullable Cause otherBytes() {
        return sizeChanged() ? cause() : null;
    }

    private boolean sizeChanged() {
        return old.main().size() != now.main().size()
                || old.main().align() != now.main().align();
    }

    /** Whether no old field became this member; one that did has been reported as leaving its place. */
    private boolean isNew(MemberFacts member) {
        String name = NameMap.simple(member.path());
        return message.fields().added().stream().anyMatch(field -> field.name().equals(name));
    }
}
