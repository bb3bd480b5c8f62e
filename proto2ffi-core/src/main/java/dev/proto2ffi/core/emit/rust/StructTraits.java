package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.model.FieldType;
import java.util.List;

/** The traits of a struct. */
record StructTraits(StructContext context, List<MemberForm> forms) {
    private static final String ANY_FIELDS = "#[allow(unused_variables)] // which are used depends on the fields";

    void write(RustWriter out) {
        defaults(out);
        if (context.isCopy()) {
            equality(out);
            debug(out);
            foreign(out);
            flat(out);
        } else {
            byReference(out);
            deep(out);
            copies(out);
            foreign(out);
        }
        if (context.struct().mapEntry()) {
            entry(out);
        }
        if (context.kinds().isStreamed(context.struct().fullName())) {
            item(out);
        }
    }

    private String anonymous() {
        return context.name("'_");
    }

    private void defaults(RustWriter out) {
        out.gap();
        out.open("impl ::core::default::Default for " + anonymous());
        out.open("fn default() -> Self");
        out.line("Self::new()");
        out.close();
        out.close();
    }

    /** By what the bytes mean: padding, bytes behind a text's NUL and elements beyond a count don't matter. */
    private void equality(RustWriter out) {
        out.gap();
        out.doc("By meaning: bytes that are not in use don't matter.");
        out.open("impl ::core::cmp::PartialEq for " + anonymous());
        out.open("fn eq(&self, " + (forms.isEmpty() ? "_other" : "other") + ": &Self) -> bool");
        comparisons(out);
        out.close();
        out.close();
    }

    private void comparisons(RustWriter out) {
        if (forms.isEmpty()) {
            out.line("true");
        }
        for (int i = 0; i < forms.size(); i++) {
            forms.get(i).equality(out, i == 0 ? "" : "    && ");
        }
    }

    private void debug(RustWriter out) {
        out.gap();
        out.open("impl ::core::fmt::Debug for " + anonymous());
        out.open("fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result");
        fields(out);
        out.close();
        out.close();
    }

    private void fields(RustWriter out) {
        String start = "f.debug_struct(" + RustLiteral.text(context.name()) + ")";
        if (forms.isEmpty()) {
            out.line(start + ".finish()");
        } else {
            out.line("let mut fields = " + start + ";");
            forms.forEach(form -> form.show(out));
            out.line("fields.finish()");
        }
    }

    /** What points elsewhere says in its own traits how deep it is. */
    private void byReference(RustWriter out) {
        out.gap();
        out.doc("By meaning: bytes that are not in use don't matter. Messages that nest too deeply are not equal.");
        out.open("impl ::core::cmp::PartialEq for " + anonymous());
        out.open("fn eq(&self, other: &Self) -> bool");
        out.line(context.support() + "::Deep::same(self, other, 0)");
        out.close();
        out.close();
        out.gap();
        out.open("impl ::core::fmt::Debug for " + anonymous());
        out.open("fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result");
        out.line(context.support() + "::Nesting::show(self, f)");
        out.close();
        out.close();
    }

    private void deep(RustWriter out) {
        out.gap();
        out.open("impl " + context.support() + "::Deep for " + anonymous());
        out.line(ANY_FIELDS);
        out.open("fn same(&self, other: &Self, depth: u32) -> bool");
        comparisons(out);
        out.close();
        out.gap();
        out.line(ANY_FIELDS);
        out.open("fn show(&self, f: &mut ::core::fmt::Formatter<'_>, nesting: " + context.support()
                + "::Nesting<'_>) -> ::core::fmt::Result");
        fields(out);
        out.close();
        out.close();
    }

    private void copies(RustWriter out) {
        String support = context.support();
        out.gap();
        out.open("impl<'a> " + support + "::CopyFrom<'a, " + anonymous() + "> for " + context.name("'a"));
        out.line(ANY_FIELDS);
        out.open("fn copy_at(&mut self, allocator: &dyn " + support + "::Allocate<'a>, source: &" + anonymous()
                + ", depth: u32, field: &'static str) -> " + support + "::Result<()>");
        Member presence = context.layout().presence();
        if (presence != null) {
            out.line("self." + context.member(presence) + " = source." + context.member(presence) + ";");
        }
        forms.forEach(form -> form.copy(out));
        out.line(MemberForm.OK);
        out.close();
        out.close();
    }

    private void foreign(RustWriter out) {
        out.gap();
        out.line("impl " + context.support() + "::Foreign for " + anonymous() + " {}");
    }

    private void flat(RustWriter out) {
        out.gap();
        out.line(
                "// SAFETY: `repr(C)`, of integers, floats, arrays and unions of such and flat structs only; any bytes are"
                        + " valid.");
        out.line("unsafe impl " + context.support() + "::Flat for " + context.name() + " {}");
    }

    private void item(RustWriter out) {
        out.gap();
        out.line("// SAFETY: the same struct, whatever the lifetime.");
        out.open("unsafe impl " + context.support() + "::Item for " + anonymous());
        out.line("type Of<'i> = " + context.name("'i") + ";");
        out.close();
    }

    private void entry(RustWriter out) {
        FieldLayout key = context.layout().fields().get(0);
        String member = context.member(key.data());
        FieldType type = key.field().type();
        out.gap();
        out.open("impl " + context.support() + "::Entry for " + anonymous());
        out.open("fn same_key(&self, other: &Self) -> bool");
        out.line(new ValueCode(context).equality(type, "self." + member, "other." + member));
        out.close();
        out.close();
    }
}
