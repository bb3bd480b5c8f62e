package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.model.StructDef;

/**
 * The C type of a field: a name before the member, dimensions behind it.
 *
 * @param base such as {@code uint32_t}
 * @param dimensions such as {@code [16]}, empty for a plain member
 */
record CTypes(String base, String dimensions) {
    /** @param bytesType the field's own struct for bounded bytes, empty where it has none */
    static CTypes of(FieldType type, String bytesType, CNames names) {
        return type.accept(new Visitor(bytesType, names));
    }

    /** The type of any member, those that the mapping adds included. */
    static CTypes of(StructDef struct, Member member, CNames names) {
        return switch (member.kind()) {
            case PRESENCE -> new CTypes("uint32_t", "").array(member.size() / Integer.BYTES);
            case COUNT -> new CTypes("uint32_t", "");
            case CASE, UNION -> throw new IllegalStateException("oneof");
            case EMPTY -> new CTypes("uint8_t", "");
            case DATA -> {
                FieldDef field = member.requireField();
                String bytesType = names.struct(struct.fullName()).bytesTypes().getOrDefault(field.name(), "");
                yield of(field.type(), bytesType, names);
            }
        };
    }

    static String scalar(ScalarType scalar) {
        return switch (scalar.kind()) {
            case SIGNED -> "int" + scalar.size() * Byte.SIZE + "_t";
            case UNSIGNED -> "uint" + scalar.size() * Byte.SIZE + "_t";
            case FLOATING -> scalar == ScalarType.DOUBLE ? "double" : "float";
            case BOOL -> "bool";
        };
    }

    /** {@code uint32_t tags[16]}. */
    String declare(String member) {
        return base + " " + member + dimensions;
    }

    private CTypes array(int count) {
        return new CTypes(base, "[" + count + "]" + dimensions);
    }

    private record Visitor(String bytesType, CNames names) implements FieldType.Visitor<CTypes> {
        @Override
        public CTypes scalar(FieldType.Scalar type) {
            return new CTypes(CTypes.scalar(type.scalar()), "");
        }

        @Override
        public CTypes enumValue(FieldType.EnumValue type) {
            return new CTypes(names.type(type.definition()), "");
        }

        @Override
        public CTypes boundedString(FieldType.BoundedString type) {
            return new CTypes("char", "").array(type.maxSize());
        }

        @Override
        public CTypes boundedBytes(FieldType.BoundedBytes type) {
            return new CTypes(bytesType, "");
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
            throw new IllegalStateException("unboundedString");
        }

        @Override
        public CTypes unboundedBytes(FieldType.UnboundedBytes type) {
            throw new IllegalStateException("unboundedBytes");
        }

        @Override
        public CTypes messagePointer(FieldType.MessagePointer type) {
            throw new IllegalStateException("messagePointer");
        }

        @Override
        public CTypes mapEntry(FieldType.MapEntry type) {
            throw new IllegalStateException("mapEntry");
        }

        @Override
        public CTypes unboundedRepeated(FieldType.UnboundedRepeated type) {
            throw new IllegalStateException("unboundedRepeated");
        }
    }
}
