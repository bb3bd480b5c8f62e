package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireEnum.Value;
import dev.proto2ffi.core.model.wire.WireField;
import dev.proto2ffi.core.model.wire.WireField.Cardinality;
import dev.proto2ffi.core.model.wire.WireType.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a field is where it is absent. */
final class DefaultRule {
    private final SchemaFacts old;
    private final SchemaFacts now;
    private final Findings findings;

    DefaultRule(SchemaFacts old, SchemaFacts now, Findings findings) {
        this.old = old;
        this.now = now;
        this.findings = findings;
    }

    /** @param subject full name of the field */
    void compare(String subject, WireField before, WireField after) {
        boolean values = before.cardinality() != Cardinality.REPEATED && after.cardinality() != Cardinality.REPEATED;
        if (values && !isSame(before, after)) {
            findings.add(
                    Rule.FIELD_DEFAULT_CHANGED,
                    subject,
                    "the default of " + subject + " is " + shown(after, now) + " and was " + shown(before, old),
                    before.span(),
                    after.span());
        }
    }

    /** Where neither side names a constant, another first one is said of the enum. */
    private boolean isSame(WireField before, WireField after) {
        if (Objects.equals(stated(before), stated(after))) {
            return true;
        }
        Value was = constant(before, old);
        Value is = constant(after, now);
        return was != null && is != null && (was.name().equals(is.name()) || was.number() == is.number());
    }

    /** Null where it is zero or empty, or the first constant without a word. */
    private static @Nullable String stated(WireField field) {
        String text = field.defaultValue();
        if (text == null) {
            return null;
        }
        String without = switch (field.type().kind()) {
            case STRING, BYTES -> "";
            case BOOL -> "false";
            default -> "0"; // no constant of an enum is called so
        };
        return text.equals(without) ? null : text;
    }

    /** The constant that an enum's field is; null for other fields. */
    private static @Nullable Value constant(WireField field, SchemaFacts facts) {
        EnumFacts definition = field.type().kind() == Kind.ENUM
                ? facts.enums().get(field.type().name())
                : null;
        if (definition == null) {
            return null;
        }
        String stated = stated(field);
        for (Value value : definition.wire().values()) {
            if (stated == null || value.name().equals(stated)) {
                return value;
            }
        }
        return null;
    }

    private static String shown(WireField field, SchemaFacts facts) {
        String text = stated(field);
        if (text != null) {
            return text;
        }
        Value first = constant(field, facts);
        return first == null ? "zero or empty" : first.name() + " (the first constant)";
    }
}
