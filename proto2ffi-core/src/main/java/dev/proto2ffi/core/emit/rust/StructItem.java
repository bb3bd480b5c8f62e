package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.OneofDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A struct: its declaration, its methods, and the proof of its layout. */
final class StructItem {
    private final StructContext context;
    private final StructLayout layout;
    private final StructDef struct;
    private final Map<String, FieldForm> forms = new HashMap<>();
    private final List<Paddings.Padding> paddings;

    private StructItem(RustNames names, StructLayout layout) {
        this.context = StructContext.of(names, layout);
        this.layout = layout;
        this.struct = layout.struct();
        this.paddings = Paddings.of(layout);
        for (FieldLayout field : layout.fields()) {
            if (field.field().oneof() == null) {
                forms.put(field.field().name(), FieldForm.of(context, field));
            }
        }
    }

    static void write(RustWriter out, RustNames names, StructLayout layout) {
        StructItem item = new StructItem(names, layout);
        item.declaration(out);
        item.methods(out);
        new StructTraits(item.context, item.inOrder()).write(out);
        item.assertions(out);
    }

    /** In declaration order, a oneof where its first field stands. */
    private List<MemberForm> inOrder() {
        List<MemberForm> order = new ArrayList<>();
        Set<OneofDef> seen = new HashSet<>();
        for (FieldLayout field : layout.fields()) {
            if (field.field().oneof() == null) {
                order.add(form(field.field()));
                continue;
            }
            OneofLayout oneof = layout.oneof(Objects.requireNonNull(field.caseMember()));
            if (seen.add(oneof.oneof())) {
                order.add(new OneofForm(context, oneof));
            }
        }
        return order;
    }

    private FieldForm form(FieldDef field) {
        return Objects.requireNonNull(forms.get(field.name()), field.name());
    }

    private void declaration(RustWriter out) {
        String facts = "Message `" + struct.fullName() + "`: " + layout.size() + " bytes, alignment " + layout.align()
                + (layout.flat() ? "; flat, it holds no pointer." : "; what it points to lives for its lifetime.");
        out.gap();
        out.doc(RustDoc.lines(struct.comments().text(), facts));
        if (struct.deprecated()) {
            out.line("#[deprecated]");
        }
        allowOddNames(out);
        out.line(representation());
        if (context.isCopy()) {
            out.line("#[derive(Clone, Copy)]");
        }
        out.open("pub struct " + context.name("'a"));
        for (Member member : layout.members()) {
            padding(out, member, "[u8; %d]");
            member(out, member);
        }
        out.close();
    }

    private String representation() {
        if (struct.packed()) {
            return "#[repr(C, packed)]";
        }
        boolean aligned = struct.align() > 1 || layout.members().stream().anyMatch(Paddings::isAligned);
        return aligned ? "#[repr(C, align(" + layout.align() + "))]" : "#[repr(C)]";
    }

    /** The gap before a member, if there is one: its name and what {@code format} makes of its size. */
    private void padding(RustWriter out, Member member, String format) {
        for (int i = 0; i < paddings.size(); i++) {
            if (paddings.get(i).before().equals(member)) {
                String name = context.names().structNames(struct).padding(i);
                out.line(name + ": "
                        + String.format(Locale.ROOT, format, paddings.get(i).size()) + ",");
            }
        }
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
            case CASE -> {
                out.doc("Number of the field that oneof `"
                        + member.requireOneof().name() + "` holds: " + place);
                out.line(name + ": i32,");
            }
            case UNION -> {
                out.doc("The data of oneof `" + member.requireOneof().name() + "`: " + place);
                out.line(name + ": " + unionType(member) + ",");
            }
            case EMPTY -> {
                out.doc("Nothing: C has no empty structs.");
                out.line(name + ": u8,");
            }
            case DATA -> data(out, member, place);
        }
    }

    private String unionType(Member union) {
        boolean lifetime = layout.oneof(union).fields().stream()
                .anyMatch(field -> context.kinds().hasLifetime(field.field().type()));
        return context.oneofType(union.requireOneof(), OneofType.DATA) + (lifetime ? "<'a>" : "");
    }

    private void data(RustWriter out, Member member, String place) {
        FieldDef field = field(member);
        boolean isPublic = form(field) instanceof PlainField;
        String facts = form(field).declaration() + ": " + place;
        out.doc(isPublic ? RustDoc.lines(field.comments().text(), facts) : List.of(facts));
        if (isPublic && field.deprecated()) {
            out.line("#[deprecated]");
        }
        out.line((isPublic ? "pub " : "") + context.member(member) + ": "
                + form(field).storage() + ",");
    }

    private void methods(RustWriter out) {
        out.gap();
        allowOddNames(out);
        out.open("impl" + context.generics() + " " + context.name("'a"));
        out.doc("Size in bytes.");
        out.line("pub const SIZE: usize = " + layout.size() + ";");
        out.doc("Alignment in bytes.");
        out.line("pub const ALIGN: usize = " + layout.align() + ";");
        out.doc("Of the layout of this struct and of all that it holds: equal where the bytes mean the same.");
        out.line("pub const FINGERPRINT: u64 = " + RustLiteral.fingerprint(layout.fingerprint()) + ";");
        if (struct.poolSize() > 0) {
            out.doc("How many of these structs a pool holds unless told otherwise.");
            out.line("pub const POOL_SIZE: usize = " + struct.poolSize() + ";");
        }
        constructor(out);
        if (!context.isCopy()) {
            copyFrom(out);
        }
        inOrder().forEach(form -> form.accessors(out));
        out.close();
    }

    private void constructor(RustWriter out) {
        out.gap();
        out.doc("A struct with the schema's defaults, and zero elsewhere.");
        out.open("pub const fn new() -> Self");
        out.open("Self");
        for (Member member : layout.members()) {
            padding(out, member, "[0; %d]");
            out.line(context.member(member) + ": " + initial(member) + ",");
        }
        out.close();
        out.close();
    }

    private String initial(Member member) {
        return switch (member.kind()) {
            case PRESENCE -> "[0; " + member.size() / Integer.BYTES + "]";
            case COUNT, EMPTY, CASE -> "0";
            case UNION -> context.oneofType(member.requireOneof(), OneofType.DATA) + "::ZERO";
            case DATA -> form(field(member)).initial();
        };
    }

    private void copyFrom(RustWriter out) {
        String support = context.support();
        String copy = support + "::CopyFrom::copy_at(self, ";
        String label = ", source, 0, " + RustLiteral.text(struct.fullName()) + ")";
        if (layout.flat()) {
            out.function(
                    MemberForm.failing(
                            "Copies all values, one by one: threads may write the atomic ones meanwhile.",
                            CheckedType.errors(support, "BadCount")
                                    + ", if other code wrote so. What was copied before stays."),
                    "pub fn copy_from(&mut self, source: &Self) -> " + support + "::Result<()>",
                    copy + "&" + support + "::NoMemory" + label);
        } else {
            out.function(
                    MemberForm.failing(
                            "Copies a message and all that it points to, in memory of the allocator.",
                            CheckedType.errors(support, "OutOfMemory") + ", " + CheckedType.errors(support, "TooDeep")
                                    + ", and those of reading its fields. What was copied before stays."),
                    "pub fn copy_from(&mut self, allocator: &dyn " + support + "::Allocate<'a>, source: &"
                            + context.name("'_") + ") -> " + support + "::Result<()>",
                    copy + "allocator" + label);
        }
    }

    private void assertions(RustWriter out) {
        String name = context.name("'static");
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
