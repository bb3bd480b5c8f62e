package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import java.util.List;

/** The types of a oneof, in the module of what is nested in its message: the enum, the case, the union in memory. */
final class OneofItem {
    private final StructContext context;
    private final OneofLayout layout;
    private final List<OneofMember> members;
    private final StructNames names;

    private OneofItem(StructContext context, OneofLayout layout) {
        this.context = context;
        this.layout = layout;
        this.names = context.names().structNames(context.struct());
        this.members = layout.fields().stream()
                .map(field -> new OneofMember(context, field))
                .toList();
    }

    static void write(RustWriter out, RustNames names, StructLayout struct) {
        StructContext context = StructContext.inside(names, struct);
        for (OneofLayout oneof : struct.oneofs()) {
            OneofItem item = new OneofItem(context, oneof);
            item.value(out);
            item.number(out);
            item.union(out);
        }
    }

    private String type(OneofType type) {
        return context.oneofType(layout.oneof(), type);
    }

    private String declaration() {
        return "oneof `" + context.struct().fullName() + "." + layout.oneof().name() + "`";
    }

    private void value(RustWriter out) {
        boolean borrowed = members.stream().anyMatch(OneofMember::isBorrowed);
        out.gap();
        out.doc(RustDoc.lines(layout.oneof().comments().text(), "What " + declaration() + " holds."));
        out.line("#[derive(Clone, Copy, Debug, PartialEq)]");
        out.open("pub enum " + type(OneofType.VALUE) + (borrowed ? "<'a>" : ""));
        for (OneofMember member : members) {
            FieldDef field = member.field();
            out.doc(RustDoc.lines(field.comments().text(), FieldForm.declaration(field)));
            if (field.deprecated()) {
                out.line("#[deprecated]");
            }
            out.line(names.variant(field) + "(" + member.view() + "),");
        }
        out.close();
    }

    private void number(RustWriter out) {
        String name = type(OneofType.CASE);
        String none = names.caseConstant(layout.oneof().name());
        out.gap();
        out.doc("Which field " + declaration() + " holds: its number. Memory may hold any.");
        out.line("#[repr(transparent)]");
        out.line("#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]");
        out.line("pub struct " + name + "(");
        out.line("    /// The number.");
        out.line("    pub i32,");
        out.line(");");
        out.gap();
        out.open("impl " + name);
        out.doc("No field.");
        out.line("pub const " + none + ": Self = Self(0);");
        for (OneofMember member : members) {
            FieldDef field = member.field();
            out.doc(FieldForm.declaration(field));
            out.line("pub const " + names.caseConstant(field.name()) + ": Self = Self(" + field.number() + ");");
        }
        out.close();
        out.gap();
        out.open("impl ::core::fmt::Debug for " + name);
        out.open("fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result");
        out.open("f.write_str(match self.0");
        out.line("0 => " + RustLiteral.text(none) + ",");
        for (OneofMember member : members) {
            String constant = RustLiteral.text(names.caseConstant(member.field().name()));
            out.line(member.field().number() + " => " + constant + ",");
        }
        out.line("number => return ::core::write!(f, \"" + name + "({number})\"),");
        out.close("})");
        out.close();
        out.close();
    }

    private void union(RustWriter out) {
        Member union = layout.union();
        String name = type(OneofType.DATA);
        boolean lifetime = members.stream().anyMatch(member -> context.kinds().hasLifetime(member.type()));
        boolean aligned = members.stream().anyMatch(member -> member.field().align() > 1);
        out.gap();
        out.doc("The bytes of " + declaration() + ": " + union.size() + " bytes, alignment " + union.align() + ".");
        if (names.hasOddNames()) {
            out.line("#[allow(non_snake_case)] // fields keep the schema's names");
        }
        out.line(
                context.packed()
                        ? "#[repr(C, packed)]"
                        : aligned ? "#[repr(C, align(" + union.align() + "))]" : "#[repr(C)]");
        if (members.stream().noneMatch(OneofMember::isWrapped)) {
            out.line("#[derive(Clone, Copy)]");
        }
        out.open("pub(super) union " + name + (lifetime ? "<'a>" : ""));
        members.forEach(member -> out.line("pub(super) " + member.name() + ": " + member.storage() + ","));
        out.close();
        out.gap();
        out.open("impl " + name + (lifetime ? "<'_>" : ""));
        out.doc("What it is while it holds nothing, and before anything else is written to it.");
        out.line("// SAFETY: zeros are valid for every member.");
        out.line("pub(super) const ZERO: Self = unsafe { ::core::mem::zeroed() };");
        out.close();
        out.gap();
        out.open("const _: () =");
        out.line("::core::assert!(::core::mem::size_of::<" + name + ">() == " + union.size() + ");");
        out.line("::core::assert!(::core::mem::align_of::<" + name + ">() == " + union.align() + ");");
        out.close("};");
    }
}
