package dev.proto2ffi.core.emit.c;

import java.util.stream.Collectors;

/**
 * A text of many lines as C spells it, a line of C for each.
 *
 * @param text ended by a newline
 */
record TextLiteral(String text) {
    /** Whether every compiler takes it: the literals of the lines grow into one. */
    boolean fits() {
        return CLiterals.fitsLiteral(text);
    }

    String literals() {
        return text.lines().map(line -> CLiterals.quoted(line + "\n")).collect(Collectors.joining("\n"));
    }

    /** The definition of an array, however long the text is. */
    String array(String name) {
        String lines = text.lines()
                .map(line -> "    " + CLiterals.characters(line + "\n") + ",\n")
                .collect(Collectors.joining());
        return "static const char " + name + "[] = {\n" + lines + "    '\\0'};\n";
    }
}
