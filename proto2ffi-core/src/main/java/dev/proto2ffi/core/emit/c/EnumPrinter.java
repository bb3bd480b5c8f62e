package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.EnumValueDef;

/**
 * An enum: an integer type of fixed width, which takes numbers that the schema doesn't know, and its constants.
 *
 * <p>The constants are those of an anonymous C enum, so that they are good for switch labels and array sizes in C and
 * C++ alike, have a scope, and show in debuggers; nothing is ever stored as one.
 */
final class EnumPrinter {
    private EnumPrinter() {}

    static String print(EnumDef definition, CNames names) {
        StringBuilder out = new StringBuilder();
        String kind = definition.closed() ? "closed enum " : "enum ";
        out.append(CComment.of(
                "",
                definition.comments().text(),
                kind + definition.fullName() + (definition.deprecated() ? ". Deprecated." : "")));
        out.append("typedef int")
                .append(definition.storageSize() * Byte.SIZE)
                .append("_t ")
                .append(names.type(definition))
                .append(";\n\nenum {\n");
        int left = definition.values().size();
        for (EnumValueDef value : definition.values()) {
            out.append(CComment.of("    ", value.comments().text(), value.deprecated() ? "Deprecated." : ""));
            out.append("    ")
                    .append(names.constant(definition, value))
                    .append(" = ")
                    .append(CLiterals.int32(value.number()))
                    .append(--left > 0 ? ",\n" : "\n");
        }
        return out.append("};\n").toString();
    }
}
