package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.FieldType;
import org.jspecify.annotations.Nullable;

/** What is compared, shown and copied of a value, given the place where it is; in code with {@code depth} and {@code nesting}. */
record ValueCode(StructContext context) {
    private String support(String item) {
        return context.support() + "::" + item;
    }

    private String depth() {
        return context.isCopy() ? "0" : "depth";
    }

    private boolean isMoved(FieldType type) {
        return context.kinds().holdsMoved(type);
    }

    /** An expression: whether two places hold the same. */
    String equality(FieldType type, String a, String b) {
        if (type instanceof FieldType.FixedRepeated repeated
                && (CheckedType.of(repeated.element()) != null || isMoved(repeated))) {
            String count = ", " + repeated.count() + ")";
            String used = support("used(&");
            return listEquality(repeated.element(), used + a + count, used + b + count, depth());
        }
        if (CheckedType.of(type) != null) {
            return support("same(&") + a + ", &" + b + ")";
        }
        if (type instanceof FieldType.MessagePointer) {
            return support("same_pointer(&") + a + ", &" + b + ", " + depth() + ")";
        }
        if (isMoved(type)) {
            return support("Deep::same(&") + a + ", &" + b + ", " + depth() + ")";
        }
        return context.packed() ? support("equal(") + a + ", " + b + ")" : a + " == " + b;
    }

    /** The same for elements in use. */
    String listEquality(FieldType element, String a, String b, String depth) {
        if (element instanceof FieldType.MapEntry) {
            return support("same_entries(") + a + ", " + b + ", " + depth + ")";
        }
        if (isMoved(element)) {
            return support("same_items(") + a + ", " + b + ", " + depth + ")";
        }
        return support(CheckedType.of(element) != null ? "eq_values(" : "eq_items(") + a + ", " + b + ")";
    }

    /** A reference to what {@code Debug} shows. */
    String shown(FieldType type, String place, String label) {
        if (type instanceof FieldType.FixedRepeated repeated
                && (CheckedType.of(repeated.element()) != null || isMoved(repeated))) {
            String items = support("items(&") + place + ", " + repeated.count() + ", " + label + ")";
            return listShown(repeated.element(), items, "nesting");
        }
        if (CheckedType.of(type) != null) {
            return "&" + support("Value(&") + place + ")";
        }
        if (type instanceof FieldType.MessagePointer) {
            return "&" + support("ShownPointer(") + place + ".get(" + label + "), nesting.inside())";
        }
        if (isMoved(type)) {
            return "&" + support("Shown(&") + place + ", nesting)";
        }
        return context.packed() ? "&{ " + place + " }" : "&" + place;
    }

    /** The same for elements in use. */
    String listShown(FieldType element, String items, String nesting) {
        boolean map = element instanceof FieldType.MapEntry;
        if (isMoved(element)) {
            return "&" + support(map ? "ShownEntries(" : "ShownItems(") + items + ", " + nesting + ")";
        }
        if (map) {
            return "&" + support("EntryItems(") + items + ")";
        }
        return "&" + support(CheckedType.of(element) != null ? "ValueItems(" : "Items(") + items + ")";
    }

    /** A statement, without its end, that copies the value of one place to another. */
    String copied(FieldType type, String target, String source, String label) {
        String function = copyFunction(type);
        return function == null
                ? target + " = " + source
                : function + "(&mut " + target + ", allocator, &" + source + ", depth, " + label + ")?";
    }

    private @Nullable String copyFunction(FieldType type) {
        if (context.kinds().isPlain(type)) {
            return null;
        }
        return support(type instanceof FieldType.FixedRepeated ? "copy_items" : "CopyFrom::copy_at");
    }
}
