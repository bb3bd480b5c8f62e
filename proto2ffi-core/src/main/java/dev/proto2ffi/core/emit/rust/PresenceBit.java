package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import java.util.Objects;

/** The statements on a field's presence bit. */
record PresenceBit(StructContext context, FieldLayout field) {
    private static final int BITS = 32;

    private String word() {
        String words = context.member(Objects.requireNonNull(context.layout().presence()));
        return "self." + words + "[" + field.presenceBit() / BITS + "]";
    }

    private String mask() {
        return "1 << " + field.presenceBit() % BITS;
    }

    /** An expression. */
    String isSet() {
        return word() + " & (" + mask() + ") != 0";
    }

    String set() {
        return word() + " |= " + mask() + ";";
    }

    String clear() {
        return word() + " &= !(" + mask() + ");";
    }
}
