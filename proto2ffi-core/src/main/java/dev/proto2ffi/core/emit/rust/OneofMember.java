package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import org.jspecify.annotations.Nullable;

/** What a oneof may hold: how the union stores it, and what users see of it. */
record OneofMember(StructContext context, FieldLayout layout) {
    FieldDef field() {
        return layout.field();
    }

    FieldType type() {
        return field().type();
    }

    String name() {
        return context.member(layout.data());
    }

    /** Unions want to hear that nothing needs to be dropped; nothing does. */
    boolean isWrapped() {
        return context.kinds().holdsMoved(type());
    }

    boolean isBool() {
        return type() instanceof FieldType.Scalar scalar && scalar.scalar() == ScalarType.BOOL;
    }

    @Nullable CheckedType checked() {
        return CheckedType.of(type());
    }

    /** The type in the union. */
    String storage() {
        String storage = context.storage(type());
        return isWrapped() ? "::core::mem::ManuallyDrop<" + storage + ">" : storage;
    }

    /** What the enum's variant holds. */
    String view() {
        CheckedType checked = checked();
        if (checked != null) {
            return context.support() + "::Result<" + checked.view("'a") + ">";
        }
        if (type() instanceof FieldType.MessagePointer pointer) {
            return context.support() + "::Result<&'a " + context.structType(pointer.structName(), "'a") + ">";
        }
        if (isReference()) {
            return "&'a " + context.storage(type());
        }
        return isBool() ? "bool" : context.storage(type());
    }

    /** Whether what users see is a message in the struct. */
    private boolean isReference() {
        return type() instanceof FieldType.InlineMessage && !context.packed();
    }

    /** Whether what users see borrows the struct. */
    boolean isBorrowed() {
        return checked() != null || type() instanceof FieldType.MessagePointer || isReference();
    }

    /** What users see, read from a place in the union. */
    String read(String place) {
        if (checked() != null) {
            return context.support() + "::read(&" + place + ", " + context.label(field()) + ")";
        }
        if (type() instanceof FieldType.MessagePointer) {
            return place + ".required(" + context.label(field()) + ")";
        }
        return (isReference() ? "&" : "") + place + (isBool() ? ".get()" : "");
    }

    /** The place of the data in a union. */
    String place(String union) {
        String place = union + "." + name();
        return isWrapped() ? "(*" + place + ")" : place;
    }
}
