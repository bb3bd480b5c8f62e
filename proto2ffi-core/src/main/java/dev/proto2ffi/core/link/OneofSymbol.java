package dev.proto2ffi.core.link;

import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;

/** A oneof, or the synthetic one around a proto3 {@code optional} field. */
final class OneofSymbol extends Symbol {
    final MessageSymbol parent;
    final int index;
    final boolean synthetic;
    final List<FieldSymbol> fields = new ArrayList<>();

    OneofSymbol(MessageSymbol parent, int index, boolean synthetic, String name, Span span, Span nameSpan) {
        super(parent.file, name, parent.fullName + "." + name, span, nameSpan);
        this.parent = parent;
        this.index = index;
        this.synthetic = synthetic;
    }

    @Override
    String kind() {
        return "oneof";
    }

    @Override
    Symbol parent() {
        return parent;
    }
}
