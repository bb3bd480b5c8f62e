package dev.proto2ffi.core.emit.rust;

import java.util.List;

/**
 * What both macros have in common: they find their way back to the generated module, and make symbols.
 *
 * @param symbol what C's names begin with
 * @param word what the macro does
 * @param name of the macro, and of the module whose functions it uses
 * @param module where both are
 * @param ownCrate whether the modules are a crate of their own: then the path is known
 */
record SymbolMacro(String symbol, String word, String name, List<String> module, boolean ownCrate) {
    /** What names of the module begin with, in the macro's text. */
    static final String TO = "$($to)+::";

    /** The parameter type of a symbol that the macro's text can't name. */
    static String untyped(String type) {
        if (!type.startsWith("*")) {
            return type;
        }
        return (type.startsWith("*const ") ? "*const " : "*mut ") + "::core::ffi::c_void";
    }

    /** Up to where items may stand that are no symbols. */
    void open(RustWriter out, String argument, String fragment) {
        out.gap();
        out.line("#[doc(hidden)]");
        if (ownCrate) {
            out.line("#[macro_export]");
        }
        out.line("#[allow(unused_macros)] // not every program serves");
        out.open("macro_rules! " + hidden());
        out.line(
                "// An expression can be `_` from the edition 2024 on, which wants the attribute to be called unsafe.");
        out.line("(@symbols $any:expr; $($item:item)*) => { $(#[unsafe(no_mangle)] $item)* };");
        out.line("(@symbols _; $($item:item)*) => { $(#[no_mangle] $item)* };");
        out.open("(@in [$($to:tt)+] $" + argument + ":" + fragment + ") =>");
        out.line(
                "#[allow(non_snake_case, non_upper_case_globals, deprecated, unsafe_code, clippy::all, clippy::pedantic)]");
        out.open("const _: () =");
    }

    void openSymbols(RustWriter out) {
        out.open("$($to)+! { @symbols _;", "");
    }

    void closeSymbols(RustWriter out) {
        out.close();
    }

    void close(RustWriter out, String argument, String fragment) {
        out.close("};");
        out.close("};");
        String parameter = "$" + argument + ":" + fragment;
        String from = ownCrate ? "$crate::" + new RustPath(module, name) : name;
        out.line("(" + parameter + " $(,)?) => { " + from + "! { @in [" + from + "] $" + argument + " } };");
        out.line("(" + parameter + ", $($path:tt)+) => { $($path)+::" + name + "! { @in [$($path)+::" + name + "] $"
                + argument + " } };");
        out.close();
        out.gap();
        out.line("#[allow(unused_imports)] // as above");
        out.line((ownCrate ? "pub use " : "pub(crate) use ") + hidden() + " as " + name + ";");
    }

    /** Of the macro itself: unlike what it is imported by, no name of a module. */
    private String hidden() {
        return "__p2f_" + word + "_" + symbol;
    }
}
