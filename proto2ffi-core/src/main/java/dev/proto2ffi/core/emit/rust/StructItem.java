package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A struct: its declaration, its methods, and the proof of its layout. */
final class StructItem {
    private final StructContext context;
    private final StructLayout layout;
    private final StructDef struct;
    private final Map<FieldDef, FieldForm> forms = new HashMap<>();

    private StructItem(RustNames names, StructLayout layout) {
        this.context = StructContext.of(names, layout);
        this.layout = layout;
        this.struct = layout.struct();
        for (FieldLayout field : layout.fields()) {
            forms.put(field.field(), FieldForm.of(context, field));
        }
    }

    static void write(RustWriter out, RustNames names, StructLayout layout) {
        StructItem item = new StructItem(names, layout);
        item.declaration(out);
        item.methods(out);
        new StructTraits(item.context, item.inOrder()).write(out);
        item.assertions(out);
    }

    private List<FieldForm> inOrder() {
        return layout.fields().stream().map(field -> form(field.field())).toList();
    }

    private FieldForm form(FieldDef field) {
        return Objects.requireNonNull(forms.get(field), field.name());
    }

    private void declaration(RustWriter out) {
        String facts = "Message `" + struct.fullName() + "`: " + layout.size() + " bytes, alignment " + layout.align()
                + (layout.flat() ? "; flat, it holds no pointer." : ".");
        out.gap();
        out.doc(RustDoc.lines(struct.comments().text(), facts));
        if (struct.deprecated()) {
            out.line("#[deprecated]");
        }
        allowOddNames(out);
        out.line("#[repr(C)]");
        if (layout.flat()) {
            out.line("#[derive(Clone, Copy)]");
        }
        out.open("pub struct " + context.name());
        for (Member member : layout.members()) {
            member(out, member);
        }
        out.close();
    }

    private void member(RustWriter out, Member member) {
        String name = context.member(member);
        String place = bytes(member.size()) + " at offset " + member.offset() + ".";
        switch (member.kind()) {
            case PRESENCE -> {
                out.doc("Which fields are present, a bit for each: " + place);
                out.line(name + ": [u32; " + member.size() / Integer.BYTES + "],");
            }
            case COUNT -> {
                out.doc("Elements in use of `" + field(member).name() + "`: " + place);
                out.line(name + ": u32,");
            }
            case CASE, UNION -> throw new IllegalStateException("oneof");
            case EMPTY -> {
                out.doc("Nothing: C has no empty structs.");
                out.line(name + ": u8,");
            }
            case DATA -> data(out, member, place);
        }
    }

    private void data(RustWriter out, Member member, String place) {
        FieldDef field = field(member);
        boolean isPublic = FieldShape.of(field) == FieldShape.PLAIN;
        String facts = form(field).declaration() + ": " + place;
        out.doc(isPublic ? RustDoc.lines(field.comments().text(), facts) : List.of(facts));
        if (isPublic && field.deprecated()) {
            out.line("#[deprecated]");
        }
        out.line((isPublic ? "pub " : "") + context.member(member) + ": " + context.storage(field.type()) + ",");
    }

    private void methods(RustWriter out) {
        out.gap();
        allowOddNames(out);
        out.open("impl " + context.name());
        out.doc("Size in bytes.");
        out.line("pub const SIZE: usize = " + layout.size() + ";");
        out.doc("Alignment in bytes.");
        out.line("pub const ALIGN: usize = " + layout.align() + ";");
        out.doc("Of the layout of this struct and of all that it holds: equal where the bytes mean the same.");
        out.line("pub const FINGERPRINT: u64 = " + RustLiteral.fingerprint(layout.fingerprint()) + ";");
        constructor(out);
        inOrder().forEach(form -> form.accessors(out));
        out.close();
    }

    private void constructor(RustWriter out) {
        out.gap();
        out.doc("A struct with the schema's defaults, and zero elsewhere.");
        out.open("pub const fn new() -> Self");
        out.open("Self");
        for (Member member : layout.members()) {
            out.line(context.member(member) + ": " + initial(member) + ",");
        }
        out.close();
        out.close();
    }

    private String initial(Member member) {
        return switch (member.kind()) {
            case PRESENCE -> "[0; " + member.size() / Integer.BYTES + "]";
            case COUNT, EMPTY -> "0";
            case CASE, UNION -> throw new IllegalStateException("oneof");
            case DATA -> new DefaultExpression(context).stored(field(member));
        };
    }

    private void assertions(RustWriter out) {
        String name = context.name();
        List<String> facts = new ArrayList<>();
        facts.add("::core::mem::size_of::<" + name + ">() == " + layout.size());
        facts.add("::core::mem::align_of::<" + name + ">() == " + layout.align());
        for (Member member : layout.members()) {
            facts.add("::core::mem::offset_of!(" + name + ", " + context.member(member) + ") == " + member.offset());
        }
        out.gap();
        out.open("const _: () =");
        for (String fact : facts) {
            out.line("::core::assert!(" + fact + ");");
        }
        out.close("};");
    }

    private void allowOddNames(RustWriter out) {
        if (context.names().hasOddNames(struct)) {
            out.line("#[allow(non_snake_case)] // fields keep the schema's names");
        }
    }

    private static FieldDef field(Member member) {
        return Objects.requireNonNull(member.field(), member.name());
    }

    private static String bytes(int size) {
        return size == 1 ? "1 byte" : size + " bytes";
    }
}
