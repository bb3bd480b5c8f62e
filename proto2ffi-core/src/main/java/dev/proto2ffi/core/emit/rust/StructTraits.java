package dev.proto2ffi.core.emit.rust;

import java.util.List;

/** The traits of a struct. */
record StructTraits(StructContext context, List<FieldForm> fields) {
    void write(RustWriter out) {
        defaults(out);
        equality(out);
        debug(out);
        if (context.layout().flat()) {
            flat(out);
        }
    }

    private void defaults(RustWriter out) {
        out.gap();
        out.open("impl ::core::default::Default for " + context.name());
        out.open("fn default() -> Self");
        out.line("Self::new()");
        out.close();
        out.close();
    }

    /** By what the bytes mean: padding, bytes behind a text's NUL and elements beyond a count don't matter. */
    private void equality(RustWriter out) {
        out.gap();
        out.doc("By meaning: bytes that are not in use don't matter.");
        out.open("impl ::core::cmp::PartialEq for " + context.name());
        out.open("fn eq(&self, " + (fields.isEmpty() ? "_other" : "other") + ": &Self) -> bool");
        if (fields.isEmpty()) {
            out.line("true");
        }
        for (int i = 0; i < fields.size(); i++) {
            FieldForm form = fields.get(i);
            boolean several = fields.size() > 1 && form.field.presence();
            String equality = several ? "(" + form.equality() + ")" : form.equality();
            out.line(i == 0 ? equality : "    && " + equality);
        }
        out.close();
        out.close();
    }

    private void debug(RustWriter out) {
        out.gap();
        out.open("impl ::core::fmt::Debug for " + context.name());
        out.open("fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result");
        String start = "f.debug_struct(" + RustLiteral.text(context.name()) + ")";
        if (fields.isEmpty()) {
            out.line(start + ".finish()");
        } else {
            out.line("let mut fields = " + start + ";");
            fields.forEach(form -> show(out, form));
            out.line("fields.finish()");
        }
        out.close();
        out.close();
    }

    private static void show(RustWriter out, FieldForm form) {
        String statement = "fields.field(" + RustLiteral.text(form.field.name()) + ", " + form.shown() + ");";
        if (form.field.presence()) {
            out.open("if self." + form.name(Accessor.HAS) + "()");
            out.line(statement);
            out.close();
        } else {
            out.line(statement);
        }
    }

    private void flat(RustWriter out) {
        out.gap();
        out.line(
                "// SAFETY: `repr(C)`, of integers, floats, arrays of such and flat structs only; any bytes are valid.");
        out.line("unsafe impl " + context.support() + "::Flat for " + context.name() + " {}");
    }
}
