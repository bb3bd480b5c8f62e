package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.model.wire.WireField;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A struct before and after. A change of a member is said where it is; what follows from it for the struct as a whole, such
 * as its size, is said along with it, and by itself only where no member explains it.
 */
final class StructRules {
    private final MessagePair message;
    private final NameMap names;
    private final Findings findings;
    private final StructFacts old;
    private final StructFacts now;
    private final Map<String, Slot> oldSlots;
    private final Map<String, Slot> nowSlots;

    /** New slots by the old ones that they are. */
    private final Map<String, Slot> pairs = new LinkedHashMap<>();

    private Moves moves = new Moves(List.of());

    /** What the findings so far account for; null for nothing. */
    private @Nullable Cause accounted;

    /** Whether any finding breaks. */
    private boolean broken;

    StructRules(MessagePair message, NameMap names, Findings findings) {
        this.message = message;
        this.names = names;
        this.findings = findings;
        this.old = message.old().struct();
        this.now = message.now().struct();
        this.oldSlots = Slot.of(old);
        this.nowSlots = Slot.of(now);
    }

    void compare() {
        pair();
        moves = moves();
        pairs.forEach((name, slot) -> changes(slot(name), slot));
        removed();
        added();
        new PresenceRules(message, this).compare();
        whole();
        fingerprint();
    }

    private Slot slot(String oldName) {
        Slot slot = oldSlots.get(oldName);
        if (slot == null) {
            throw new IllegalArgumentException(oldName);
        }
        return slot;
    }

    private void pair() {
        for (Slot slot : oldSlots.values()) {
            Slot same = nowSlots.get(nameNow(slot));
            if (same != null && same.kind() == slot.kind()) {
                pairs.put(slot.name(), same);
            }
        }
    }

    private String nameNow(Slot slot) {
        if (slot.kind() == Member.Kind.UNION) {
            String oneof = message.fields().oneof(slot.name());
            return oneof == null ? slot.name() : oneof;
        }
        if (slot.kind() == Member.Kind.DATA) {
            WireField field = message.fields().now(slot.name());
            return field == null ? slot.name() : field.name();
        }
        for (Slot candidate : nowSlots.values()) {
            if (candidate.kind() == slot.kind()) {
                return candidate.name();
            }
        }
        return slot.name();
    }

    /** Slots that both structs have. */
    private List<HeldStructs.Common> common() {
        List<HeldStructs.Common> common = new ArrayList<>();
        pairs.forEach((name, after) -> common.add(new HeldStructs.Common(slot(name), after)));
        return common;
    }

    private Moves moves() {
        List<Moves.Common> members = new ArrayList<>();
        pairs.forEach((name, after) -> {
            Slot before = slot(name);
            members.add(new Moves.Common(before.main(), after.main()));
            if (before.extra() != null && after.extra() != null) {
                members.add(new Moves.Common(before.extra(), after.extra()));
            }
        });
        return new Moves(members);
    }

    /** The members of a slot that both structs have. */
    private void changes(Slot before, Slot after) {
        Cause cause = Cause.of(List.of(before, after));
        type(before.main(), after.main(), cause);
        if (before.kind() == Member.Kind.DATA && (before.extra() == null) != (after.extra() == null)) {
            report(
                    Rule.MEMBER_STORAGE_CHANGED,
                    after.name(),
                    subject(after.name())
                            + (after.extra() == null
                                    ? " has no count of its elements any more"
                                    : " has a count of its elements and had none"),
                    before.main().span(),
                    after.main().span(),
                    cause);
        }
        if (before.kind() == Member.Kind.UNION) {
            new UnionRules(message, before, after, this).compare();
        }
    }

    /**
     * @param cause what follows where it takes other bytes
     * @return whether the type changed
     */
    boolean type(MemberFacts before, MemberFacts after, Cause cause) {
        String from = names.translateMember(before.type());
        if (before.kind() != Member.Kind.DATA || from.equals(after.type())) {
            return false;
        }
        Rule rule = MemberType.change(from, after.type());
        boolean otherBytes =
                before.size() != after.size() || before.align() != after.align() || rule == Rule.MEMBER_STORAGE_CHANGED;
        report(
                rule,
                after.path(),
                subject(after.path()) + " is stored as " + after.type() + " and was " + before.type(),
                before.span(),
                after.span(),
                otherBytes ? cause : null);
        return true;
    }

    private void removed() {
        for (Slot slot : oldSlots.values()) {
            if (pairs.containsKey(slot.name())) {
                continue;
            }
            WireField field = message.fields().now(slot.name());
            if (field != null && field.oneof() != null) {
                report(
                        Rule.MEMBER_STORAGE_CHANGED,
                        field.name(),
                        subject(field.name()) + " is stored in the union of " + field.oneof()
                                + " and had a place of its own",
                        slot.main().span(),
                        field.span(),
                        Cause.of(List.of(slot)));
            } else if (slot.kind() == Member.Kind.DATA || slot.kind() == Member.Kind.UNION) {
                report(
                        Rule.MEMBER_REMOVED,
                        slot.name(),
                        subject(slot.name()) + " (" + slot.main().type() + " at "
                                + slot.main().offset() + ") is gone",
                        slot.main().span(),
                        message.now().span(),
                        Cause.of(List.of(slot)));
            }
        }
    }

    private void added() {
        Set<String> fromUnions = new HashSet<>();
        for (FieldPairs.Pair pair : message.fields().pairs()) {
            if (pair.old().oneof() != null) {
                fromUnions.add(pair.now().name());
            }
        }
        for (Slot slot : nowSlots.values()) {
            boolean adds = slot.kind() == Member.Kind.DATA || slot.kind() == Member.Kind.UNION;
            if (!adds || pairs.containsValue(slot)) {
                continue;
            }
            if (slot.kind() == Member.Kind.DATA && fromUnions.contains(slot.name())) {
                report(
                        Rule.MEMBER_STORAGE_CHANGED,
                        slot.name(),
                        subject(slot.name()) + " has a place of its own and was stored in a union",
                        null,
                        slot.main().span(),
                        Cause.of(List.of(slot)));
            } else {
                added(slot);
            }
        }
    }

    private void added(Slot slot) {
        String what = subject(slot.name()) + " (" + slot.main().type() + " at "
                + slot.main().offset() + ")";
        Span span = slot.main().span();
        if (isInserted(slot)) {
            report(
                    Rule.MEMBER_INSERTED,
                    slot.name(),
                    what + " is new, before or over old members",
                    null,
                    span,
                    Cause.of(List.of(slot)));
        } else if (old.size() != now.size()) {
            report(
                    Rule.MEMBER_APPENDED,
                    slot.name(),
                    what + " is new, behind the old members",
                    null,
                    span,
                    Cause.appended(slot));
        } else if (slot.members().anyMatch(member -> names.holdsPointer(member.type()))) {
            report(
                    Rule.POINTER_IN_PADDING,
                    slot.name(),
                    what + " is new, in bytes that were padding, and new programs follow what old ones left there",
                    null,
                    span,
                    null);
        } else {
            report(
                    Rule.MEMBER_IN_PADDING,
                    slot.name(),
                    what + " is new, in bytes that were padding: old programs neither read nor write it",
                    null,
                    span,
                    null);
        }
    }

    /** Whether it takes bytes of old members, or stands before one that moved. */
    private boolean isInserted(Slot slot) {
        for (Slot before : oldSlots.values()) {
            if (before.kind() != Member.Kind.EMPTY
                    && before.members().anyMatch(one -> slot.members().anyMatch(one::overlaps))) {
                return true;
            }
        }
        for (Map.Entry<String, Slot> pair : pairs.entrySet()) {
            MemberFacts before = slot(pair.getKey()).main();
            MemberFacts after = pair.getValue().main();
            if (before.offset() != after.offset()
                    && after.offset() > slot.main().offset()) {
                return true;
            }
        }
        return false;
    }

    /** What follows from the presence words; null where they take the same bytes. */
    @Nullable Cause presenceWords() {
        List<Slot> words = new ArrayList<>(presenceWords(oldSlots));
        int before = size(words);
        List<Slot> after = presenceWords(nowSlots);
        words.addAll(after);
        return before == size(after) ? null : Cause.of(words);
    }

    private static List<Slot> presenceWords(Map<String, Slot> slots) {
        return slots.values().stream()
                .filter(slot -> slot.kind() == Member.Kind.PRESENCE)
                .toList();
    }

    private static int size(List<Slot> slots) {
        return slots.stream().mapToInt(slot -> slot.main().size()).sum();
    }

    /** What the struct as a whole has become, where no member says it. */
    private void whole() {
        if (old.align() != now.align() && (accounted == null || !accounted.accountsForAlignment(old, now))) {
            whole(
                    Rule.STRUCT_ALIGNMENT_CHANGED,
                    "struct " + message.name() + " has the alignment " + now.align() + " and had " + old.align());
        }
        String held = HeldStructs.resized(common(), names);
        String holds = held.isEmpty() ? "" : ", for it holds " + held;
        if (old.size() != now.size() && accounted == null && (!held.isEmpty() || moves.isEmpty())) {
            whole(
                    Rule.STRUCT_SIZE_CHANGED,
                    "struct " + message.name() + " takes " + now.size() + " bytes and took " + old.size() + holds);
        }
        List<Moves.Move> left = moves.others(accounted == null ? Cause.NOWHERE : accounted.from());
        if (!left.isEmpty()) {
            boolean shifted = left.stream().anyMatch(move -> !move.reordered());
            report(
                    Rule.MEMBER_MOVED,
                    "",
                    "members of " + message.name() + " moved: " + Moves.text(left) + (shifted ? holds : ""),
                    left.get(0).old().span(),
                    left.get(0).now().span(),
                    Cause.WHOLE);
        }
        if (losesFlatness() && (accounted == null || HeldStructs.loseFlatness(common(), names))) {
            whole(
                    Rule.STRUCT_FLATNESS_LOST,
                    "struct " + message.name() + " was flat and holds pointers now, by way of a struct that it holds");
        }
    }

    private void whole(Rule rule, String text) {
        report(rule, "", text, message.old().span(), message.now().span(), Cause.WHOLE);
    }

    private boolean losesFlatness() {
        return old.flat() && !now.flat();
    }

    private void fingerprint() {
        boolean named = message.old().fullName().equals(message.now().fullName());
        if (!broken && named && !text(old, true).equals(text(now, false))) {
            findings.add(
                    Rule.FINGERPRINT_CHANGED,
                    message.name(),
                    "the fingerprint of " + message.name() + " is " + LockWriter.fingerprint(now.fingerprint())
                            + " and was " + LockWriter.fingerprint(old.fingerprint())
                            + "; size and offsets are the same",
                    message.old().span(),
                    message.now().span());
        }
    }

    private List<String> text(StructFacts struct, boolean translate) {
        return struct.members().stream()
                .map(member -> member.path() + " "
                        + (translate ? names.translateMember(member.type()) : member.type()) + " " + member.offset()
                        + " " + member.size())
                .toList();
    }

    /** Full name of a member. */
    String subject(String path) {
        return message.name() + "." + path;
    }

    /**
     * @param path of the member; empty for the struct
     * @param cause what follows from it; null for nothing
     */
    void report(
            Rule rule, String path, String text, @Nullable Span before, @Nullable Span after, @Nullable Cause cause) {
        boolean error = rule.severity() == Severity.ERROR;
        String whole = error && cause != null ? text + consequences(rule, cause) : text;
        boolean looked = findings.add(rule, path.isEmpty() ? message.name() : subject(path), whole, before, after);
        if (looked && error && cause != null) {
            accounted = accounted == null ? cause : accounted.and(cause);
        }
        broken |= looked && error;
    }

    /** What no finding before has said. */
    private String consequences(Rule rule, Cause cause) {
        StringBuilder out = new StringBuilder();
        if (accounted == null && old.size() != now.size() && rule != Rule.STRUCT_SIZE_CHANGED) {
            out.append("; the struct takes ")
                    .append(now.size())
                    .append(" bytes and took ")
                    .append(old.size());
        }
        boolean alignmentSaid = accounted != null && accounted.accountsForAlignment(old, now);
        if (old.align() != now.align()
                && !alignmentSaid
                && cause.accountsForAlignment(old, now)
                && rule != Rule.STRUCT_ALIGNMENT_CHANGED) {
            out.append("; its alignment is ")
                    .append(now.align())
                    .append(" and was ")
                    .append(old.align());
        }
        List<Moves.Move> shifted = moves.shifted(cause.from(), accounted == null ? Cause.NOWHERE : accounted.from());
        if (!shifted.isEmpty() && rule != Rule.MEMBER_MOVED) {
            out.append("; ").append(shifted.get(0).text(" moves"));
            if (shifted.size() > 1) {
                out.append(", and ").append(shifted.size() - 1).append(" more");
            }
        }
        if (accounted == null && losesFlatness() && !HeldStructs.loseFlatness(common(), names)) {
            out.append("; it holds pointers now and was flat");
        }
        return out.toString();
    }
}
