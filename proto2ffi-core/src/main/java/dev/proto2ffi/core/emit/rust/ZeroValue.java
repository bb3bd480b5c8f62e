package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;

/** The value of a field's data in a new struct, where the schema gives no default: a constant expression. */
record ZeroValue(StructContext context) implements FieldType.Visitor<String> {
    @Override
    public String scalar(FieldType.Scalar type) {
        if (type.scalar() == ScalarType.BOOL) {
            return context.support() + "::Bool::FALSE";
        }
        return type.scalar().kind() == ScalarType.Kind.FLOATING ? "0.0" : "0";
    }

    @Override
    public String enumValue(FieldType.EnumValue type) {
        return type.isPlainInteger() ? "0" : context.typeName(type.definition().fullName()) + "(0)";
    }

    @Override
    public String boundedString(FieldType.BoundedString type) {
        return "[0; " + type.maxSize() + "]";
    }

    @Override
    public String boundedBytes(FieldType.BoundedBytes type) {
        return context.support() + (context.packed() ? "::PackedBytes::new()" : "::Bytes::new()");
    }

    @Override
    public String fixedBytes(FieldType.FixedBytes type) {
        return "[0; " + type.size() + "]";
    }

    @Override
    public String inlineMessage(FieldType.InlineMessage type) {
        return context.typeName(type.structName()) + "::new()";
    }

    @Override
    public String boundedRepeated(FieldType.BoundedRepeated type) {
        return array(type.element(), type.maxCount());
    }

    @Override
    public String fixedRepeated(FieldType.FixedRepeated type) {
        return array(type.element(), type.count());
    }

    @Override
    public String unboundedString(FieldType.UnboundedString type) {
        return context.support() + "::Str::new()";
    }

    @Override
    public String unboundedBytes(FieldType.UnboundedBytes type) {
        return context.support() + "::BytesView::new()";
    }

    @Override
    public String messagePointer(FieldType.MessagePointer type) {
        return context.support() + "::Ptr::new()";
    }

    @Override
    public String mapEntry(FieldType.MapEntry type) {
        return context.typeName(type.structName()) + "::new()";
    }

    @Override
    public String unboundedRepeated(FieldType.UnboundedRepeated type) {
        return context.support() + "::Span::new()";
    }

    /** What isn't copied is repeated by name. */
    private String array(FieldType element, int count) {
        String value = element.accept(this);
        if (!context.kinds().holdsMoved(element)) {
            return "[" + value + "; " + count + "]";
        }
        return "{ const NEW: " + context.storage(element, "'static") + " = " + value + "; [NEW; " + count + "] }";
    }
}
