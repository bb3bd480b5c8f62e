package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.model.FieldType;
import java.util.Locale;

/** The colour that a member has in pictures: what kind of thing its bytes are. */
enum Look {
    INTEGER,
    FLOATING,
    /** An enum or a bool. */
    CHOICE,
    TEXT,
    BYTES,
    MESSAGE,
    POINTER,
    /** What the mapping adds: presence words, counts, cases. */
    ADDED;

    static Look of(Member member) {
        return switch (member.kind()) {
            case PRESENCE, COUNT, CASE, UNION, EMPTY -> ADDED;
            case DATA -> member.requireField().type().accept(new OfType());
        };
    }

    /** As the page's style names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static final class OfType implements FieldType.Visitor<Look> {
        @Override
        public Look scalar(FieldType.Scalar type) {
            return switch (type.scalar().kind()) {
                case SIGNED, UNSIGNED -> INTEGER;
                case FLOATING -> FLOATING;
                case BOOL -> CHOICE;
            };
        }

        @Override
        public Look enumValue(FieldType.EnumValue type) {
            return CHOICE;
        }

        @Override
        public Look boundedString(FieldType.BoundedString type) {
            return TEXT;
        }

        @Override
        public Look boundedBytes(FieldType.BoundedBytes type) {
            return BYTES;
        }

        @Override
        public Look fixedBytes(FieldType.FixedBytes type) {
            return BYTES;
        }

        @Override
        public Look unboundedString(FieldType.UnboundedString type) {
            return POINTER;
        }

        @Override
        public Look unboundedBytes(FieldType.UnboundedBytes type) {
            return POINTER;
        }

        @Override
        public Look inlineMessage(FieldType.InlineMessage type) {
            return MESSAGE;
        }

        @Override
        public Look messagePointer(FieldType.MessagePointer type) {
            return POINTER;
        }

        @Override
        public Look mapEntry(FieldType.MapEntry type) {
            return MESSAGE;
        }

        @Override
        public Look boundedRepeated(FieldType.BoundedRepeated type) {
            return type.element().accept(this);
        }

        @Override
        public Look fixedRepeated(FieldType.FixedRepeated type) {
            return type.element().accept(this);
        }

        @Override
        public Look unboundedRepeated(FieldType.UnboundedRepeated type) {
            return POINTER;
        }
    }
}
