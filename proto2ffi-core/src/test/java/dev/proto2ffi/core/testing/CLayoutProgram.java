package dev.proto2ffi.core.testing;

import dev.proto2ffi.core.emit.c.CNames;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FileDef;

/** A program, C and C++ alike, that prints the {@link LayoutView} of the compiler that compiles it. */
public final class CLayoutProgram {
    private CLayoutProgram() {}

    public static String of(SchemaLayout layout, CNames names) {
        StringBuilder out = new StringBuilder("#include <stdio.h>\n");
        for (FileDef file : layout.schema().files()) {
            out.append("#include \"").append(names.header(file)).append("\"\n");
        }
        out.append("int main(void) {\n");
        for (StructLayout struct : layout.structs()) {
            String type = names.type(struct.struct());
            print(out, LayoutView.name(struct), "sizeof(" + type + ")", "P2F_ALIGNOF(" + type + ")");
            for (StructLayout.Leaf leaf : struct.leaves()) {
                String name = names.path(struct.struct(), leaf.member());
                print(
                        out,
                        LayoutView.name(struct) + "." + leaf.path(),
                        "offsetof(" + type + ", " + name + ")",
                        "sizeof(((" + type + " *)0)->" + name + ")");
            }
        }
        return out.append("    return 0;\n}\n").toString();
    }

    private static void print(StringBuilder out, String name, String first, String second) {
        out.append("    printf(\"%s %lu %lu\\n\", \"").append(name).append("\", (unsigned long)");
        out.append(first).append(", (unsigned long)").append(second).append(");\n");
    }
}
