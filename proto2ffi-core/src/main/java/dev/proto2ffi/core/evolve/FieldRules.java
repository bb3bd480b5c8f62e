package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireField;
import dev.proto2ffi.core.model.wire.WireField.Cardinality;
import dev.proto2ffi.core.model.wire.WireMessage;
import dev.proto2ffi.core.model.wire.WireType;
import dev.proto2ffi.core.model.wire.WireType.Kind;
import org.jspecify.annotations.Nullable;

/** The fields of a message on the wire and as code names them. */
final class FieldRules {
    private final MessagePair message;
    private final NameMap names;
    private final SchemaFacts old;
    private final SchemaFacts now;
    private final Findings findings;

    FieldRules(MessagePair message, NameMap names, SchemaFacts old, SchemaFacts now, Findings findings) {
        this.message = message;
        this.names = names;
        this.old = old;
        this.now = now;
        this.findings = findings;
    }

    void compare() {
        DefaultRule defaults = new DefaultRule(old, now, findings);
        for (FieldPairs.Pair pair : message.fields().pairs()) {
            name(pair.old(), pair.now());
            number(pair.old(), pair.now());
            type(pair.old(), pair.now());
            cardinality(pair.old(), pair.now());
            oneof(pair.old(), pair.now());
            jsonName(pair.old(), pair.now());
        }
        for (FieldPairs.Pair pair : message.fields().members()) {
            atomic(pair.old(), pair.now());
            oneofCase(pair.old(), pair.now());
            defaults.compare(message.subject(pair.now()), pair.old(), pair.now());
        }
        message.fields().removed().forEach(this::removed);
        message.fields().added().forEach(this::added);
        oneofNames();
    }

    private void name(WireField before, WireField after) {
        if (!before.name().equals(after.name())) {
            findings.add(
                    Rule.FIELD_RENAMED,
                    message.subject(after),
                    "field " + after.number() + " of " + message.name() + " is called " + after.name() + " and was "
                            + before.name(),
                    before.span(),
                    after.span());
        }
    }

    private void atomic(WireField before, WireField after) {
        boolean wasAtomic = message.old().struct().atomic().contains(before.number());
        boolean isAtomic = message.now().struct().atomic().contains(after.number());
        if (wasAtomic != isAtomic) {
            findings.add(
                    Rule.ATOMIC_CHANGED,
                    message.subject(after),
                    message.subject(after) + (isAtomic ? " is atomic and wasn't" : " was atomic and isn't any more"),
                    before.span(),
                    after.span());
        }
    }

    private void number(WireField before, WireField after) {
        if (before.number() == after.number()) {
            return;
        }
        findings.add(
                Rule.FIELD_NUMBER_CHANGED,
                message.subject(after),
                message.subject(after) + " has the number " + after.number() + " and had " + before.number(),
                before.numberSpan(),
                after.numberSpan());
    }

    /** The number is what the struct stores, whatever happened to the old one on the wire. */
    private void oneofCase(WireField before, WireField after) {
        if (before.number() != after.number()
                && after.oneof() != null
                && after.oneof().equals(message.fields().oneof(before.oneof()))) {
            findings.add(
                    Rule.ONEOF_CASE_CHANGED,
                    message.subject(after),
                    message.subject(after) + " is the case " + after.number() + " and was " + before.number() + " of "
                            + after.oneof(),
                    before.numberSpan(),
                    after.numberSpan());
        }
    }

    private void type(WireField before, WireField after) {
        WireType type = names.translate(before.type());
        if (type.equals(after.type())) {
            if (before.packed() != after.packed() && before.cardinality() == after.cardinality()) {
                findings.add(
                        Rule.FIELD_PACKING_CHANGED,
                        message.subject(after),
                        message.subject(after)
                                + (after.packed() ? " is packed and wasn't" : " was packed and isn't any more"),
                        before.span(),
                        after.span());
            }
            return;
        }
        findings.add(
                isReadAs(before.type(), after.type()) ? Rule.FIELD_TYPE_REINTERPRETED : Rule.FIELD_TYPE_CHANGED,
                message.subject(after),
                message.subject(after) + " has the type " + after.type() + " and had " + before.type(),
                before.typeSpan(),
                after.typeSpan());
    }

    private boolean isReadAs(WireType before, WireType after) {
        if (!before.isReadAs(after)) {
            return false;
        }
        boolean messages = isStruct(before.kind()) && isStruct(after.kind());
        return !messages || haveSameShape(before, after);
    }

    private static boolean isStruct(Kind kind) {
        return kind == Kind.MESSAGE || kind == Kind.GROUP || kind == Kind.MAP;
    }

    /** Whether two messages have the same fields, names left aside. */
    private boolean haveSameShape(WireType before, WireType after) {
        MessageFacts from = old.messages().get(before.name());
        MessageFacts to = now.messages().get(after.name());
        if (from == null || to == null) {
            return false;
        }
        WireMessage target = to.wire();
        return from.wire().fields().size() == target.fields().size()
                && from.wire().fields().stream().allMatch(field -> {
                    WireField same = target.field(field.number());
                    boolean repeated = field.cardinality() == Cardinality.REPEATED;
                    return same != null
                            && names.translate(field.type()).equals(same.type())
                            && repeated == (same.cardinality() == Cardinality.REPEATED);
                });
    }

    private void cardinality(WireField before, WireField after) {
        Cardinality from = before.cardinality();
        Cardinality to = after.cardinality();
        if (from == to) {
            return;
        }
        String subject = message.subject(after);
        if (from == Cardinality.REPEATED || to == Cardinality.REPEATED) {
            String text = to == Cardinality.REPEATED ? " is repeated and wasn't" : " was repeated and isn't any more";
            findings.add(Rule.FIELD_LABEL_CHANGED, subject, subject + text, before.span(), after.span());
        }
        if (to == Cardinality.REQUIRED) {
            findings.add(
                    Rule.REQUIRED_FIELD_ADDED,
                    subject,
                    subject + " is required and wasn't",
                    before.span(),
                    after.span());
        } else if (from == Cardinality.REQUIRED) {
            findings.add(
                    Rule.REQUIRED_FIELD_REMOVED,
                    subject,
                    subject + " was required and isn't any more",
                    before.span(),
                    after.span());
        } else if (from != Cardinality.REPEATED
                && to != Cardinality.REPEATED
                && isStruct(before.type().kind()) == isStruct(after.type().kind())
                && (before.oneof() == null) == (after.oneof() == null)) {
            String text = to == Cardinality.EXPLICIT
                    ? " tells whether it is there, and didn't"
                    : " doesn't tell any more whether it is there";
            findings.add(Rule.FIELD_PRESENCE_CHANGED, subject, subject + text, before.span(), after.span());
        }
    }

    private void oneof(WireField before, WireField after) {
        String expected = message.fields().oneof(before.oneof());
        boolean stays =
                before.oneof() == null ? after.oneof() == null : expected != null && expected.equals(after.oneof());
        if (!stays) {
            findings.add(
                    Rule.FIELD_ONEOF_CHANGED,
                    message.subject(after),
                    message.subject(after) + " is in " + shown(after.oneof()) + " and was in " + shown(before.oneof()),
                    before.span(),
                    after.span());
        }
    }

    private static String shown(@Nullable String oneof) {
        return oneof == null ? "no oneof" : "the oneof " + oneof;
    }

    private void jsonName(WireField before, WireField after) {
        if (!before.jsonName().equals(after.jsonName()) && !message.now().wire().mapEntry()) {
            findings.add(
                    Rule.FIELD_JSON_NAME_CHANGED,
                    message.subject(after),
                    message.subject(after) + " is called \"" + after.jsonName() + "\" in JSON and was \""
                            + before.jsonName() + "\"",
                    before.span(),
                    after.span());
        }
    }

    private void removed(WireField field) {
        String subject = message.subject(field);
        WireMessage after = message.now().wire();
        boolean nameStays = after.field(field.name()) != null;
        if (!nameStays) {
            findings.add(
                    Rule.FIELD_REMOVED,
                    subject,
                    "field " + subject + " is gone",
                    field.span(),
                    message.now().span());
        }
        if (after.field(field.number()) == null && !FieldPairs.isReserved(field.number(), after)) {
            findings.add(
                    Rule.FIELD_NUMBER_NOT_RESERVED,
                    subject,
                    "number " + field.number() + " of " + subject + ", which is gone, isn't reserved",
                    field.numberSpan(),
                    message.now().span());
        }
        if (!nameStays && !after.reservedNames().contains(field.name())) {
            findings.add(
                    Rule.FIELD_NAME_NOT_RESERVED,
                    subject,
                    "the name of " + subject + ", which is gone, isn't reserved",
                    field.span(),
                    message.now().span());
        }
        if (field.cardinality() == Cardinality.REQUIRED) {
            findings.add(
                    Rule.REQUIRED_FIELD_REMOVED,
                    subject,
                    subject + " was required and is gone",
                    field.span(),
                    message.now().span());
        }
    }

    private void added(WireField field) {
        String subject = message.subject(field);
        WireField before = message.old().wire().field(field.number());
        boolean reuses = before != null;
        if (before != null) {
            findings.add(
                    Rule.FIELD_NUMBER_REUSED,
                    subject,
                    "number " + field.number() + " is given to " + subject + " (" + field.type() + ") and was that of "
                            + before.name() + " (" + before.type() + ")",
                    before.numberSpan(),
                    field.numberSpan());
        }
        if (field.cardinality() == Cardinality.REQUIRED) {
            findings.add(Rule.REQUIRED_FIELD_ADDED, subject, subject + " is new and required", null, field.span());
        } else if (!reuses) {
            findings.add(
                    Rule.FIELD_ADDED,
                    subject,
                    "field " + subject + " = " + field.number() + " is new; on the wire old readers skip it",
                    null,
                    field.span());
        }
    }

    private void oneofNames() {
        message.fields().oneofs().forEach((before, after) -> {
            if (!before.equals(after)) {
                WireField from = first(message.old().wire(), before);
                WireField to = first(message.now().wire(), after);
                findings.add(
                        Rule.ONEOF_RENAMED,
                        message.name() + "." + after,
                        "oneof " + message.name() + "." + after + " was called " + before,
                        from == null ? null : from.span(),
                        to == null ? null : to.span());
            }
        });
    }

    private static @Nullable WireField first(WireMessage message, String oneof) {
        for (WireField field : message.fields()) {
            if (oneof.equals(field.oneof())) {
                return field;
            }
        }
        return null;
    }
}
