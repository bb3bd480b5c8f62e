package dev.proto2ffi.core.emit.rust;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The macro that makes a server's functions symbols of the library, and beside them an object that says what it serves.
 *
 * <p>A macro's paths are looked up where it is used, and only {@code crate} is the same everywhere, which where the
 * modules are mounted isn't known of. So the path is given, or the module that has the macro's name is imported with it.
 */
record ExportMacro(ServiceView view, SymbolMacro macro) {
    static void write(RustWriter out, ServiceView view, boolean ownCrate) {
        SymbolMacro macro =
                new SymbolMacro(view.symbols().base(), "export", view.own().export(), view.module(), ownCrate);
        new ExportMacro(view, macro).write(out);
    }

    private void write(RustWriter out) {
        macro.open(out, "server", "expr");
        out.open("fn __p2f_server() -> &'static impl " + SymbolMacro.TO + "Service");
        out.line("&$server");
        out.close();
        macro.openSymbols(out);
        out.line("static " + view.symbols().service() + ": " + SymbolMacro.TO + "Record = " + SymbolMacro.TO
                + "RECORD;");
        RpcForm.all(view).forEach(form -> function(out, form));
        macro.closeSymbols(out);
        macro.close(out, "server", "expr");
    }

    /** Pointers of no type, which the generated function gives them. */
    private static void function(RustWriter out, RpcForm form) {
        List<RpcForm.Parameter> parameters = form.rawParameters();
        String declared = parameters.stream()
                .map(parameter -> parameter.name() + ": " + SymbolMacro.untyped(parameter.type()))
                .collect(Collectors.joining(", "));
        String passed = parameters.stream()
                .map(parameter -> parameter.name() + (parameter.type().startsWith("*") ? ".cast()" : ""))
                .collect(Collectors.joining(", "));
        out.open("unsafe extern \"C\" fn " + form.symbol() + "(" + declared + ") -> i32");
        out.line("// SAFETY: as the caller promises.");
        out.line("unsafe { " + SymbolMacro.TO + form.name() + "(__p2f_server, " + passed + ") }");
        out.close();
    }
}
