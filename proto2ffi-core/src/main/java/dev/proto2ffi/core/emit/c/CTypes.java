package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.model.StructDef;
import java.util.Map;

/**
 * The C type of a field: a name before the member, dimensions behind it.
 *
 * @param base such as {@code uint32_t} or {@code social_Tree *}
 * @param dimensions such as {@code [16]}, empty for a plain member
 */
record CTypes(String base, String dimensions) {
    /** The type of any member, those that the mapping adds included. */
    static CTypes of(StructDef struct, Member member, CNames names) {
        return switch (member.kind()) {
            case PRESENCE -> new CTypes("uint32_t", "").array(member.size() / Integer.BYTES);
            case COUNT -> new CTypes("uint32_t", "");
            case CASE -> new CTypes("int32_t", "");
            case UNION ->
                new CTypes(
                        name(
                                names.struct(struct.fullName()).types().unionTypes(),
                                member.requireOneof().name()),
                        "");
            case EMPTY -> new CTypes("uint8_t", "");
            case DATA -> of(struct, member.requireField(), names);
        };
    }

    /** The type of a field's data. */
    static CTypes of(StructDef struct, FieldDef field, CNames names) {
        return field.type().accept(visitor(struct, field, names));
    }

    /** The type of an element of a repeated or map field. */
    static CTypes element(StructDef struct, FieldDef field, CNames names) {
        FieldType element = field.type().element();
        if (element == null) {
            throw new IllegalStateException(field.name() + " has no elements");
        }
        return element.accept(visitor(struct, field, names));
    }

    private static Visitor visitor(StructDef struct, FieldDef field, CNames names) {
        return new Visitor(names.struct(struct.fullName()).types(), field.name(), names);
    }

    private static String name(Map<String, String> names, String key) {
        String name = names.get(key);
        if (name == null) {
            throw new IllegalStateException(key + " has no type of its own");
        }
        return name;
    }

    static String scalar(ScalarType scalar, int storageSize) {
        return switch (scalar.kind()) {
            case SIGNED -> integer(storageSize);
            case UNSIGNED -> "u" + integer(storageSize);
            case FLOATING -> scalar == ScalarType.DOUBLE ? "double" : "float";
            case BOOL -> "bool";
        };
    }

    /** The signed integer of a width in bytes. */
    static String integer(int size) {
        return "int" + size * Byte.SIZE + "_t";
    }

    /** {@code uint32_t tags[16]}. */
    String declare(String member) {
        return (base.endsWith("*") ? base : base + " ") + member + dimensions;
    }

    /** A pointer to this: {@code uint32_t *tags}, {@code char (*texts)[32]}. */
    String declarePointer(String member) {
        String pointer = "*" + member;
        return declare(dimensions.isEmpty() ? pointer : "(" + pointer + ")");
    }

    private CTypes array(int count) {
        return new CTypes(base, "[" + count + "]" + dimensions);
    }

    private record Visitor(TypeNames own, String field, CNames names) implements FieldType.Visitor<CTypes> {
        @Override
        public CTypes scalar(FieldType.Scalar type) {
            return new CTypes(CTypes.scalar(type.scalar(), type.storageSize()), "");
        }

        @Override
        public CTypes enumValue(FieldType.EnumValue type) {
            return new CTypes(type.isPlainInteger() ? integer(type.storageSize()) : names.type(type.definition()), "");
        }

        @Override
        public CTypes boundedString(FieldType.BoundedString type) {
            return new CTypes("char", "").array(type.maxSize());
        }

        @Override
        public CTypes boundedBytes(FieldType.BoundedBytes type) {
            return new CTypes(name(own.bytesTypes(), field), "");
        }

        @Override
        public CTypes fixedBytes(FieldType.FixedBytes type) {
            return new CTypes("uint8_t", "").array(type.size());
        }

        @Override
        public CTypes inlineMessage(FieldType.InlineMessage type) {
            return new CTypes(names.struct(type.structName()).type(), "");
        }

        @Override
        public CTypes boundedRepeated(FieldType.BoundedRepeated type) {
            return type.element().accept(this).array(type.maxCount());
        }

        @Override
        public CTypes fixedRepeated(FieldType.FixedRepeated type) {
            return type.element().accept(this).array(type.count());
        }

        @Override
        public CTypes unboundedString(FieldType.UnboundedString type) {
            return new CTypes("p2f_str", "");
        }

        @Override
        public CTypes unboundedBytes(FieldType.UnboundedBytes type) {
            return new CTypes("p2f_bytes", "");
        }

        @Override
        public CTypes messagePointer(FieldType.MessagePointer type) {
            return new CTypes(names.struct(type.structName()).type() + " *", "");
        }

        @Override
        public CTypes mapEntry(FieldType.MapEntry type) {
            return new CTypes(names.struct(type.structName()).type(), "");
        }

        @Override
        public CTypes unboundedRepeated(FieldType.UnboundedRepeated type) {
            return new CTypes(name(own.spanTypes(), field), "");
        }
    }
}
