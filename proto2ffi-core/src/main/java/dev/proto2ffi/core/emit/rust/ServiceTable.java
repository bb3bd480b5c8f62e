package dev.proto2ffi.core.emit.rust;

import java.util.stream.Collectors;

/** The function pointers of a server: C's struct, which in Rust is a server, too. */
record ServiceTable(ServiceView view) {
    private static final String SELF = "*mut ::core::ffi::c_void";
    private static final String SOME = "::core::option::Option::Some";

    void write(RustWriter out) {
        declaration(out);
        threads(out);
        constructors(out);
        server(out);
    }

    private String name() {
        return view.own().table();
    }

    private void declaration(RustWriter out) {
        out.gap();
        out.doc(
                "A server of [`" + view.own().trait() + "`] behind function pointers: C's `"
                        + view.symbols().base() + "`, such as a Java implementation.",
                "",
                "A copy is as good as the original.");
        out.line("#[repr(C)]");
        out.line("#[derive(Clone, Copy)]");
        out.open("pub struct " + name());
        out.line(view.own().fingerprint() + ": u64,");
        out.line(view.own().self() + ": " + SELF + ",");
        for (RpcForm form : RpcForm.all(view)) {
            String parameters = form.rawParameters().stream()
                    .map(parameter -> ", " + parameter.type())
                    .collect(Collectors.joining());
            out.line(form.name() + ": ::core::option::Option<unsafe extern \"C\" fn(" + SELF + parameters
                    + ") -> i32>,");
        }
        out.close();
    }

    private void threads(RustWriter out) {
        out.gap();
        out.line(
                "// SAFETY: any thread may call its functions, see `from_ptr`; those of `new` are of a `Sync` server.");
        out.line("unsafe impl ::core::marker::Send for " + name() + " {}");
        out.line("// SAFETY: as above.");
        out.line("unsafe impl ::core::marker::Sync for " + name() + " {}");
    }

    private void constructors(RustWriter out) {
        out.gap();
        out.open("impl " + name());
        out.doc("Of the service and all structs that it uses: equal where calls mean the same.");
        out.line("pub const FINGERPRINT: u64 = "
                + RustLiteral.fingerprint(view.layout().fingerprint()) + ";");
        out.gap();
        out.doc("A table of a server in this program, for code in C to call.");
        out.open("pub const fn new<S: " + view.own().trait() + ">(server: &'static S) -> Self");
        out.line("let this: *const S = server;");
        out.open("Self");
        out.line(view.own().fingerprint() + ": Self::FINGERPRINT,");
        out.line(view.own().self() + ": this.cast_mut().cast(),");
        for (RpcForm form : RpcForm.all(view)) {
            out.line(form.name() + ": " + SOME + "(" + view.own().export() + "::of::" + form.name() + "::<S>),");
        }
        out.close();
        out.close();
        fromPointer(out);
        out.close();
    }

    private void fromPointer(RustWriter out) {
        out.gap();
        out.doc(
                "A copy of a table that other code owns.",
                "",
                "# Errors",
                code("INVALID_ARGUMENT")
                        + " where it is NULL, misaligned, or lacks a function; "
                        + code("MISMATCH")
                        + " where its server was built from another schema.",
                "",
                "# Safety",
                "`ptr` is NULL, or there is a table of the service that stays as it is meanwhile. From now on any thread may call"
                        + " its functions, as C's header says, at any time; once their server is gone they answer with an error.");
        out.open("pub unsafe fn from_ptr(ptr: *const Self) -> ::core::result::Result<Self, " + view.support("CallError")
                + ">");
        out.line("// SAFETY: as the caller promises; it begins with its fingerprint.");
        out.line("let table = unsafe { " + view.support("table") + "(ptr, Self::FINGERPRINT, "
                + RustLiteral.text(view.service().fullName()) + ") }?;");
        String and = "let complete = ";
        for (RpcForm form : RpcForm.all(view)) {
            out.line(and + "table." + form.name() + ".is_some()");
            and = "    && ";
        }
        out.line(";");
        out.open("if !complete");
        out.line("return ::core::result::Result::Err(" + view.support("no_function") + "());");
        out.close();
        out.line("::core::result::Result::Ok(table)");
        out.close();
    }

    private String code(String name) {
        return "[`CallError::" + name + "`](" + view.support("CallError::" + name) + ")";
    }

    private void server(RustWriter out) {
        out.gap();
        out.open("impl " + view.own().trait() + " for " + name());
        for (RpcForm form : RpcForm.all(view)) {
            out.gap();
            out.open(form.signature());
            call(out, form);
            out.close();
        }
        out.close();
    }

    private void call(RustWriter out, RpcForm form) {
        boolean paired = form.batch() && form.hasRequest() && form.hasResponse();
        if (paired) {
            out.line(view.support("paired") + "(requests.len(), responses.len())?;");
        }
        out.line("let call = self." + form.name() + ".ok_or_else(" + view.support("no_function") + ")?;");
        out.line("let mut error = " + view.support("ErrorSlot") + "::new();");
        out.line("// SAFETY: `from_ptr` was promised that it may be called, or `new` put a function of its own there.");
        out.line("let code = unsafe { call(self." + view.own().self() + ", " + arguments(form) + ") };");
        out.line("// SAFETY: such functions write errors as C's header says.");
        out.line("unsafe { error." + (form.batch() ? "batch_outcome" : "outcome") + "(code) }");
    }

    private static String arguments(RpcForm form) {
        return form.rawParameters().stream()
                .map(parameter -> argument(form, parameter.name()))
                .collect(Collectors.joining(", "));
    }

    private static String argument(RpcForm form, String parameter) {
        return switch (parameter) {
            case "requests" -> "requests.as_ptr()";
            case "responses" -> "responses.as_mut_ptr()";
            case "count" ->
                form.isCounted() ? "count as u64" : (form.hasRequest() ? "requests" : "responses") + ".len() as u64";
            case "stream" -> "stream.as_mut_ptr()";
            case "allocator" -> "arena.as_mut_ptr()";
            case "error" -> "error.as_mut_ptr()";
            default -> parameter;
        };
    }
}
