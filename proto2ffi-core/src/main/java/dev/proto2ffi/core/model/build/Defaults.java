package dev.proto2ffi.core.model.build;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.source.Span;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Defaults of fields, where they aren't zero or empty; those of strings and bytes must fit their storage. */
final class Defaults {
    private Defaults() {}

    static @Nullable DefaultValue of(FieldDescriptor field, FieldType type, EnumIndex enums, FileContext context) {
        if (field.isRepeated()) {
            return null;
        }
        return switch (field.getJavaType()) {
            case INT, LONG -> integer(((Number) field.getDefaultValue()).longValue(), field, type, context);
            case FLOAT, DOUBLE -> floating(((Number) field.getDefaultValue()).doubleValue());
            case BOOLEAN -> (Boolean) field.getDefaultValue() ? new DefaultValue.OfBool(true) : null;
            case STRING -> string((String) field.getDefaultValue(), field, type, context);
            case BYTE_STRING -> bytes((ByteString) field.getDefaultValue(), field, type, context);
            case ENUM -> enumValue((EnumValueDescriptor) field.getDefaultValue(), enums);
            case MESSAGE -> null;
        };
    }

    private static @Nullable DefaultValue integer(
            long given, FieldDescriptor field, FieldType type, FileContext context) {
        long bits = type instanceof FieldType.Scalar scalar ? unsignedIfInt(given, scalar.scalar()) : given;
        if (type instanceof FieldType.Scalar scalar
                && scalar.storageSize() < scalar.scalar().size()) {
            int unused = Long.SIZE - scalar.storageSize() * Byte.SIZE;
            boolean signed = scalar.scalar().kind() == ScalarType.Kind.SIGNED;
            long stored = signed ? bits << unused >> unused : bits << unused >>> unused;
            if (stored != bits) {
                context.diagnostics()
                        .add(Diagnostic.error(
                                        "default-does-not-fit",
                                        span(field, context),
                                        "the default of " + field.getName() + " does not fit "
                                                + scalar.storageSize() * Byte.SIZE + " bits of storage")
                                .withHelp("raise int_size, or change the default"));
            }
        }
        if (bits == 0) {
            return null;
        }
        boolean isScalar = type instanceof FieldType.Scalar;
        return new DefaultValue.OfInteger(isScalar ? unsignedIfInt(bits, ((FieldType.Scalar) type).scalar()) : bits);
    }

    /** protobuf-java gives uint32 as signed int. */
    private static long unsignedIfInt(long bits, ScalarType scalar) {
        return scalar.kind() == ScalarType.Kind.UNSIGNED && scalar.size() == Integer.BYTES ? bits & 0xffff_ffffL : bits;
    }

    /** Negative zero is a default: its bits aren't zero. */
    private static @Nullable DefaultValue floating(double value) {
        return Double.doubleToRawLongBits(value) == 0 ? null : new DefaultValue.OfFloating(value);
    }

    private static @Nullable DefaultValue enumValue(EnumValueDescriptor value, EnumIndex enums) {
        return value.getNumber() == 0
                ? null
                : new DefaultValue.OfEnum(enums.of(value.getType()).values().get(value.getIndex()));
    }

    private static @Nullable DefaultValue string(
            String value, FieldDescriptor field, FieldType type, FileContext context) {
        if (value.isEmpty()) {
            return null;
        }
        int size = value.getBytes(StandardCharsets.UTF_8).length;
        if (value.indexOf('\0') >= 0) {
            context.diagnostics()
                    .add(Diagnostic.error(
                                    "default-does-not-fit",
                                    span(field, context),
                                    "the default of " + field.getName() + " contains U+0000, which ends a string in C")
                            .withHelp("use bytes for binary data"));
        } else if (type instanceof FieldType.BoundedString string && size >= string.maxSize()) {
            context.diagnostics()
                    .add(Diagnostic.error(
                                    "default-does-not-fit",
                                    span(field, context),
                                    "the default of " + field.getName() + " takes " + size
                                            + " bytes and a terminating NUL, but " + "max_size is " + string.maxSize())
                            .withHelp("raise max_size to " + (size + 1) + " or more"));
        }
        return new DefaultValue.OfString(value);
    }

    private static @Nullable DefaultValue bytes(
            ByteString value, FieldDescriptor field, FieldType type, FileContext context) {
        if (value.isEmpty()) {
            return null;
        }
        if (type instanceof FieldType.BoundedBytes bytes && value.size() > bytes.maxSize()) {
            context.diagnostics()
                    .add(Diagnostic.error(
                                    "default-does-not-fit",
                                    span(field, context),
                                    "the default of " + field.getName() + " has " + value.size()
                                            + " bytes, but max_size is " + bytes.maxSize())
                            .withHelp("raise max_size to " + value.size() + " or more"));
        } else if (type instanceof FieldType.FixedBytes bytes && value.size() != bytes.size()) {
            context.diagnostics()
                    .add(Diagnostic.error(
                                    "default-does-not-fit",
                                    span(field, context),
                                    "the default of " + field.getName() + " has " + value.size()
                                            + " bytes, but the field always has " + bytes.size())
                            .withHelp("give all " + bytes.size() + " bytes"));
        }
        return new DefaultValue.OfBytes(value.toByteArray());
    }

    private static Span span(FieldDescriptor field, FileContext context) {
        Span span = context.spans().defaultValue(field);
        return span == null ? context.spans().name(field) : span;
    }
}
