package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import java.util.Locale;

/** A struct, its constants, and the assertions with which the compiler checks that it sees the same bytes. */
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
        StringBuilder out = new StringBuilder();
        for (FieldDef field : layout.struct().fields()) {
            bytesType(field, out);
        }
        struct(out);
        constants(out);
        assertions(out);
        return out.toString();
    }

    private void bytesType(FieldDef field, StringBuilder out) {
        String type = own.bytesTypes().get(field.name());
        if (type == null) {
            return;
        }
        Scope scope = Scope.EMPTY
                .with("type", type)
                .with("Struct", own.type())
                .with("member", field.name())
                .with("capacity", bytesCapacity(field.type()));
        out.append(scope.expand("""
                        /** Bytes of $Struct.$member: the first `size` of `data` are in use. */
                        typedef struct $type {
                            uint32_t size;
                            uint8_t data[$capacity];
                        } $type;

                        P2F_STATIC_ASSERT(offsetof($type, size) == 0, "$type.size is elsewhere");
                        P2F_STATIC_ASSERT(offsetof($type, data) == 4, "$type.data is elsewhere");

                        """));
    }

    private static int bytesCapacity(FieldType type) {
        if (type instanceof FieldType.BoundedRepeated repeated) {
            return bytesCapacity(repeated.element());
        }
        if (type instanceof FieldType.FixedRepeated repeated) {
            return bytesCapacity(repeated.element());
        }
        return ((FieldType.BoundedBytes) type).maxSize();
    }

    private void struct(StringBuilder out) {
        out.append(CComment.of(
                "",
                layout.struct().comments().text(),
                "message " + layout.struct().fullName() + ": " + layout.size() + " bytes, alignment " + layout.align()
                        + (layout.flat() ? ". Flat: may be copied with memcpy, mapped and shared." : ".")
                        + (layout.struct().deprecated() ? "\nDeprecated." : "")));
        out.append("typedef struct ").append(own.type()).append(" {\n");
        for (Member member : layout.members()) {
            out.append(comment(member));
            out.append("    ").append(declaration(member)).append(";\n");
        }
        out.append("} ").append(own.type()).append(";\n\n");
    }

    private String comment(Member member) {
        String place = "offset " + member.offset() + ", " + bytes(member.size());
        return switch (member.kind()) {
            case PRESENCE -> CComment.of("    ", "Presence: one bit for each field that has one, " + place + ".");
            case CASE, UNION -> throw new IllegalStateException("oneof");
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

    private String declaration(Member member) {
        return CTypes.of(layout.struct(), member, names).declare(names.member(layout.struct(), member));
    }

    private void constants(StringBuilder out) {
        out.append("#define ").append(own.sizeMacro()).append(' ').append(layout.size());
        out.append("\n#define ").append(own.alignMacro()).append(' ').append(layout.align());
        out.append("\n#define ").append(own.fingerprintMacro());
        out.append(String.format(Locale.ROOT, " UINT64_C(0x%016x)\n\n", layout.fingerprint()));
    }

    private void assertions(StringBuilder out) {
        Scope scope =
                Scope.EMPTY.with("type", own.type()).with("size", layout.size()).with("align", layout.align());
        out.append(scope.expand("""
                        P2F_STATIC_ASSERT(sizeof($type) == $size, "$type has another size");
                        P2F_STATIC_ASSERT(P2F_ALIGNOF($type) == $align, "$type has another alignment");
                        """));
        for (Member member : layout.members()) {
            out.append(scope.with("member", names.member(layout.struct(), member))
                    .with("offset", member.offset())
                    .expand("""
                                    P2F_STATIC_ASSERT(offsetof($type, $member) == $offset, "$type.$member is elsewhere");
                                    """));
        }
    }
}
