package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.StructLayout;

/** The description of a struct that services use: a macro, so that only libraries that serve carry it. */
final class LayoutTextPrinter {
    private LayoutTextPrinter() {}

    /** Guarded, for another header whose services use the struct has the same. */
    static String print(StructLayout struct, CNames names) {
        TextNames own = names.layoutText(struct.struct().fullName());
        TextLiteral text = new TextLiteral(struct.text());
        String head = "{\"" + struct.struct().fullName() + "\", " + CLiterals.fingerprint(struct.fingerprint()) + ",\n";
        String definition = text.fits()
                ? Macro.define(own.macro(), head + text.literals().indent(4).stripTrailing() + "}")
                : text.array(own.array()) + Macro.define(own.macro(), head + "    " + own.array() + "}");
        return "#ifndef " + own.macro() + "\n" + definition + "#endif\n";
    }
}
