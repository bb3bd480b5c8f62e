package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;

/** A struct behind the types that its members need, and its constants. */
final class StructPrinter {
    private final StructLayout layout;
    private final CNames names;
    private final StructNames own;

    StructPrinter(StructLayout layout, CNames names) {
        this.layout = layout;
        this.names = names;
        this.own = names.struct(layout.struct().fullName());
    }

    String print() {
        boolean packed = layout.struct().packed();
        StringBuilder out = new StringBuilder();
        // An attribute at the struct would not reach the types inside it.
        out.append(packed ? "#pragma pack(push, 1)\n" : "");
        for (FieldLayout field : layout.fields()) {
            out.append(MemberTypes.of(layout, field.field(), names));
        }
        for (OneofLayout oneof : layout.oneofs()) {
            union(oneof, out);
        }
        struct(out);
        out.append(packed ? "#pragma pack(pop)\n" : "").append('\n');
        out.append(ConstantPrinter.print(layout, names));
        return out.toString();
    }

    private void union(OneofLayout oneof, StringBuilder out) {
        String type = CTypes.of(layout.struct(), oneof.union(), names).base();
        String caseMember = own.type() + "." + names.member(layout.struct(), oneof.caseMember());
        out.append(CComment.of(
                "",
                oneof.oneof().comments().text(),
                "oneof " + oneof.oneof().name() + ": the member whose number " + caseMember + " holds.\n"
                        + "A setter of another one zeroes all first; so what it copies must not lie here."));
        out.append("typedef union ").append(type).append(" {\n");
        oneof.fields().forEach(field -> member(field.data(), 1, out));
        out.append("} ").append(type).append(";\n\n");
    }

    private void struct(StringBuilder out) {
        out.append(CComment.of(
                "",
                layout.struct().comments().text(),
                "message " + layout.struct().fullName() + ": " + bytes(layout.size()) + ", alignment " + layout.align()
                        + (layout.flat() ? ". Flat: may be copied with memcpy, mapped and shared." : ".")
                        + (layout.struct().mapEntry() ? " Entry of a map." : "")
                        + (layout.struct().packed() ? " Packed: members have no alignment." : "")
                        + (layout.struct().deprecated() ? "\nDeprecated." : "")));
        out.append("typedef struct ").append(own.type()).append(" {\n");
        int align = layout.struct().align();
        for (Member member : layout.members()) {
            member(member, align, out);
            align = 1;
        }
        out.append("} ").append(own.type()).append(";\n");
    }

    /** @param align that the struct asks for where the member is its first, or 1 */
    private void member(Member member, int align, StringBuilder out) {
        FieldDef field = member.field();
        boolean data = member.kind() == Member.Kind.DATA && field != null;
        int asked = Math.max(align, data ? field.align() : 1);
        out.append(comment(member)).append("    ");
        if (asked > 1) {
            // C rejects less than the type's own alignment.
            out.append("P2F_ALIGNAS(").append(Math.max(asked, member.align())).append(") ");
        }
        out.append(CTypes.of(layout.struct(), member, names).declare(names.member(layout.struct(), member)));
        out.append(";\n");
    }

    private String comment(Member member) {
        String place = "offset " + member.offset() + ", " + bytes(member.size());
        return switch (member.kind()) {
            case PRESENCE -> CComment.of("    ", "Presence: one bit for each field that has one, " + place + ".");
            case CASE -> {
                String oneof = member.requireOneof().name();
                yield CComment.of("    ", "Number of the field that " + oneof + " holds, 0 for none, " + place + ".");
            }
            case UNION -> CComment.of("    ", "oneof " + member.requireOneof().name() + ", " + place + ".");
            case EMPTY -> CComment.of("    ", "C has no empty structs, " + place + ".");
            case COUNT ->
                CComment.of(
                        "    ", "Elements in use of " + member.requireField().name() + ", " + place + ".");
            case DATA -> {
                FieldDef field = member.requireField();
                String bound = field.type().accept(new BoundText());
                yield CComment.of(
                        "    ",
                        field.comments().text(),
                        field.protoType() + ", " + place + (bound.isEmpty() ? "." : ": " + bound + ".")
                                + (field.deprecated() ? " Deprecated." : ""));
            }
        };
    }

    private static String bytes(int size) {
        return size == 1 ? "1 byte" : size + " bytes";
    }
}
