package dev.proto2ffi.core.link;

import dev.proto2ffi.core.source.Span;

/** A value of an enum; its full name is that of a sibling of the enum, as in C++. */
final class EnumValueSymbol extends Symbol {
    final EnumSymbol parent;
    final int number;
    final Span numberSpan;

    EnumValueSymbol(
            EnumSymbol parent, String name, String fullName, Span span, Span nameSpan, int number, Span numberSpan) {
        super(parent.file, name, fullName, span, nameSpan);
        this.parent = parent;
        this.number = number;
        this.numberSpan = numberSpan;
    }

    @Override
    String kind() {
        return "enum value";
    }

    @Override
    Symbol parent() {
        return parent;
    }
}
