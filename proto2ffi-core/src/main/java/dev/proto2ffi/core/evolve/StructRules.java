package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.model.wire.WireField;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A struct before and after. A change of a member is said where it is; what follows from it for the struct as a whole, such
 * as its size, is said along with it, and by itself only where no member explains it.
 */
final class StructRules {
    /** Of a struct with many members; one shows what happened. */
    private static final int MOVES_SHOWN = 4;

    private final MessagePair message;
    private final NameMap names;
    private final Findings findings;
    private final StructFacts old;
    private final StructFacts now;
    private final Map<String, Slot> oldSlots;
    private final Map<String, Slot> nowSlots;

    /** New slots by the old ones that they are. */
    private final Map<String, Slot> pairs = new LinkedHashMap<>();

    private final List<Move> moved = new ArrayList<>();
    private @Nullable MemberFacts firstMovedOld;
    private @Nullable MemberFacts firstMovedNow;

    /** Whether a finding accounts for other offsets, sizes and pointers. */
    private boolean explained;

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

    /** A member at another offset. */
    private record Move(String path, int from, int to) {
        String text(String verb) {
            return path + verb + " from " + from + " to " + to;
        }
    }

    void compare() {
        pair();
        findMoved();
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

    private void findMoved() {
        for (Map.Entry<String, Slot> pair : pairs.entrySet()) {
            Slot before = slot(pair.getKey());
            moved(before.main(), pair.getValue().main());
            if (before.extra() != null && pair.getValue().extra() != null) {
                moved(before.extra(), pair.getValue().extra());
            }
        }
    }

    private void moved(MemberFacts before, MemberFacts after) {
        if (before.offset() != after.offset()) {
            moved.add(new Move(after.path(), before.offset(), after.offset()));
            if (firstMovedNow == null) {
                firstMovedOld = before;
                firstMovedNow = after;
            }
        }
    }

    /** The members of a slot that both structs have. */
    private void changes(Slot before, Slot after) {
        type(before.main(), after.main());
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
                    true);
        }
        if (before.kind() == Member.Kind.UNION) {
            new UnionRules(message, before, after, this).compare();
        }
    }

    /** @return whether the type changed */
    boolean type(MemberFacts before, MemberFacts after) {
        String from = names.translateMember(before.type());
        if (before.kind() != Member.Kind.DATA || from.equals(after.type())) {
            return false;
        }
        Rule rule = MemberType.change(from, after.type());
        report(
                rule,
                after.path(),
                subject(after.path()) + " is stored as " + after.type() + " and was " + before.type(),
                before.span(),
                after.span(),
                before.size() != after.size()
                        || before.align() != after.align()
                        || rule == Rule.MEMBER_STORAGE_CHANGED);
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
                        true);
            } else if (slot.kind() == Member.Kind.DATA || slot.kind() == Member.Kind.UNION) {
                report(
                        Rule.MEMBER_REMOVED,
                        slot.name(),
                        subject(slot.name()) + " (" + slot.main().type() + " at "
                                + slot.main().offset() + ") is gone",
                        slot.main().span(),
                        message.now().span(),
                        true);
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
                        true);
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
            report(Rule.MEMBER_INSERTED, slot.name(), what + " is new, before or over old members", null, span, true);
        } else if (old.size() != now.size()) {
            report(Rule.MEMBER_APPENDED, slot.name(), what + " is new, behind the old members", null, span, true);
        } else {
            report(
                    Rule.MEMBER_IN_PADDING,
                    slot.name(),
                    what + " is new, in bytes that were padding: old programs neither read nor write it",
                    null,
                    span,
                    false);
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

    /** Whether the presence words take other bytes. */
    boolean presenceWordsChanged() {
        return presenceWords(oldSlots) != presenceWords(nowSlots);
    }

    private static int presenceWords(Map<String, Slot> slots) {
        return slots.values().stream()
                .filter(slot -> slot.kind() == Member.Kind.PRESENCE)
                .mapToInt(slot -> slot.main().size())
                .sum();
    }

    /** What the struct as a whole has become, where no member says it. */
    private void whole() {
        if (old.align() != now.align() && !explained) {
            whole(
                    Rule.STRUCT_ALIGNMENT_CHANGED,
                    "struct " + message.name() + " has the alignment " + now.align() + " and had " + old.align());
        }
        String holds = held();
        if (old.size() != now.size() && !explained && (!holds.isEmpty() || moved.isEmpty())) {
            whole(
                    Rule.STRUCT_SIZE_CHANGED,
                    "struct " + message.name() + " takes " + now.size() + " bytes and took " + old.size()
                            + (holds.isEmpty() ? "" : ", for it holds " + holds));
        }
        if (firstMovedOld != null && firstMovedNow != null && !explained) {
            report(
                    Rule.MEMBER_MOVED,
                    "",
                    "members of " + message.name() + " moved: " + moves()
                            + (holds.isEmpty() ? "" : ", for it holds " + holds),
                    firstMovedOld.span(),
                    firstMovedNow.span(),
                    true);
        }
        if (old.flat() && !now.flat() && !explained) {
            whole(
                    Rule.STRUCT_FLATNESS_LOST,
                    "struct " + message.name() + " was flat and holds pointers now, by way of a struct that it holds");
        }
    }

    private void whole(Rule rule, String text) {
        report(rule, "", text, message.old().span(), message.now().span(), true);
    }

    private String moves() {
        String text =
                moved.stream().limit(MOVES_SHOWN).map(move -> move.text("")).collect(Collectors.joining(", "));
        return moved.size() <= MOVES_SHOWN ? text : text + " and " + (moved.size() - MOVES_SHOWN) + " more";
    }

    /** The structs in it that have another size; empty where there are none. */
    private String held() {
        Set<String> held = new LinkedHashSet<>();
        pairs.forEach((name, slot) -> {
            MemberFacts before = slot(name).main();
            MemberFacts after = slot.main();
            boolean same = names.translateMember(before.type()).equals(after.type());
            if (after.kind() == Member.Kind.DATA && same && before.size() != after.size()) {
                held.add(MemberType.of(after.type()).base().replaceFirst("^struct ", ""));
            }
        });
        return String.join(" and ", held);
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
     * @param explains whether other offsets, sizes and pointers follow from it
     */
    void report(Rule rule, String path, String text, @Nullable Span before, @Nullable Span after, boolean explains) {
        boolean error = rule.severity() == Severity.ERROR;
        String whole = error && explains && !explained ? text + consequences(rule) : text;
        boolean looked = findings.add(rule, path.isEmpty() ? message.name() : subject(path), whole, before, after);
        explained |= looked && error && explains;
        broken |= looked && error;
    }

    private String consequences(Rule rule) {
        StringBuilder out = new StringBuilder();
        if (old.size() != now.size() && rule != Rule.STRUCT_SIZE_CHANGED) {
            out.append("; the struct takes ")
                    .append(now.size())
                    .append(" bytes and took ")
                    .append(old.size());
        }
        if (old.align() != now.align() && rule != Rule.STRUCT_ALIGNMENT_CHANGED) {
            out.append("; its alignment is ")
                    .append(now.align())
                    .append(" and was ")
                    .append(old.align());
        }
        if (!moved.isEmpty() && rule != Rule.MEMBER_MOVED) {
            out.append("; ").append(moved.get(0).text(" moves"));
            if (moved.size() > 1) {
                out.append(", and ").append(moved.size() - 1).append(" more");
            }
        }
        if (old.flat() && !now.flat() && rule != Rule.STRUCT_FLATNESS_LOST) {
            out.append("; it holds pointers now and was flat");
        }
        return out.toString();
    }
}
