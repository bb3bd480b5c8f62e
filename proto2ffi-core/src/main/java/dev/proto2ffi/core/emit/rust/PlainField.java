package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;

/** A public field: {@code pub post_id: u64}. */
final class PlainField extends FieldForm {
    PlainField(StructContext context, FieldLayout layout) {
        super(context, layout);
    }

    @Override
    void accessors(RustWriter out) {
        // The field itself is all there is to it.
    }
}
