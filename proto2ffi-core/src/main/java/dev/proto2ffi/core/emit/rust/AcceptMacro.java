package dev.proto2ffi.core.emit.rust;

/** The macro by which a library takes servers of others, and the module whose function it uses. */
record AcceptMacro(ServiceView view, SymbolMacro macro) {
    static void write(RustWriter out, ServiceView view, boolean ownCrate) {
        SymbolMacro macro =
                new SymbolMacro(view.symbols().base(), "accept", view.own().accept(), view.module(), ownCrate);
        AcceptMacro item = new AcceptMacro(view, macro);
        item.module(out, view.inside(view.own().accept()));
        item.macro(out);
    }

    private void module(RustWriter out, ServiceView inner) {
        String table = inner.beside(inner.own().table());
        out.gap();
        out.doc("What `" + inner.own().accept() + "!` exports: a function as C's header has it.");
        out.line("#[doc(hidden)]");
        out.open("pub mod " + inner.own().accept());
        out.line("#[allow(unused_imports)] // not every program accepts");
        out.line("pub use " + inner.beside(inner.own().export()) + "::{Record, RECORD};");
        out.gap();
        out.doc(
                "`" + inner.symbols().accept() + "`.",
                "",
                "# Safety",
                "As of [`" + inner.own().table() + "::from_ptr`](" + table
                        + "::from_ptr); `error` is NULL or may be written.");
        out.open("pub unsafe fn accept(receive: impl ::core::ops::FnOnce(" + table + ") -> " + inner.result("CallError")
                + ", server: *const " + table + ", error: *mut " + inner.support("ErrorRecord") + ") -> i32");
        out.line("// SAFETY: as the caller promises.");
        out.line("let call = || receive(unsafe { " + table + "::from_ptr(server) }?);");
        out.line("// SAFETY: as the caller promises.");
        out.line("unsafe { " + inner.support("guard") + "(error, call) }");
        out.close();
        out.close();
    }

    private void macro(RustWriter out) {
        macro.open(out, "function", "expr");
        macro.openSymbols(out);
        out.line("static " + view.symbols().accepts() + ": " + SymbolMacro.TO + "Record = " + SymbolMacro.TO
                + "RECORD;");
        out.open("unsafe extern \"C\" fn " + view.symbols().accept()
                + "(server: *const ::core::ffi::c_void, error: *mut ::core::ffi::c_void) -> i32");
        out.line("// SAFETY: as the caller promises.");
        out.line("unsafe { " + SymbolMacro.TO + "accept($function, server.cast(), error.cast()) }");
        out.close();
        macro.closeSymbols(out);
        macro.close(out, "function", "expr");
    }
}
