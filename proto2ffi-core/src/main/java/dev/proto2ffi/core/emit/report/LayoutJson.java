package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.text.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Layouts as JSON for programs, one line for each struct and each member. The format is part of the tool's contract. */
public final class LayoutJson {
    private final TargetNames names;

    public LayoutJson(TargetNames names) {
        this.names = names;
    }

    /** {@code {"structs": […]}}, ended by a newline; structs in the given order, members by offset, unions by member. */
    public String print(List<StructLayout> structs) {
        List<String> printed = new ArrayList<>();
        for (StructLayout struct : structs) {
            printed.add(struct(struct));
        }
        return new JsonObject().putLines("structs", printed, 2) + "\n";
    }

    private String struct(StructLayout layout) {
        List<String> fields = new ArrayList<>();
        for (StructLayout.Leaf leaf : layout.leaves()) {
            fields.add(field(layout, leaf));
        }
        List<String> padding = new ArrayList<>();
        for (Gap gap : Gap.of(layout)) {
            padding.add(new JsonObject()
                    .put("offset", gap.offset())
                    .put("size", gap.size())
                    .toString());
        }
        return new JsonObject()
                .put("name", layout.struct().fullName())
                .put("c_name", names.cStruct(layout.struct()))
                .put("rust_name", names.rustStruct(layout.struct()))
                .put("size", layout.size())
                .put("align", layout.align())
                .put("flat", layout.flat())
                .put("fingerprint", fingerprint(layout))
                .putLines("fields", fields, 4)
                .putAll("padding", padding)
                .toString();
    }

    /** Hexadecimal in a string: readers of JSON may take numbers for doubles, which have 53 bits. */
    static String fingerprint(StructLayout layout) {
        String digits = Long.toHexString(layout.fingerprint());
        return "0x" + "0".repeat(Long.BYTES * 2 - digits.length()) + digits;
    }

    private String field(StructLayout layout, StructLayout.Leaf leaf) {
        Member member = leaf.member();
        JsonObject object = new JsonObject()
                .put("name", leaf.path())
                .put("c_name", names.cMember(layout.struct(), member))
                .put("rust_name", names.rustMember(layout.struct(), member));
        if (member.kind() == Member.Kind.DATA) {
            FieldDef field = member.requireField();
            object.put("number", field.number()).put("type", field.protoType());
        }
        return object.put("c_type", names.cType(layout.struct(), member))
                .put("offset", member.offset())
                .put("size", member.size())
                .put("align", member.align())
                .toString();
    }
}
