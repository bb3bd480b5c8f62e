package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.StructLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A module of the functions that other languages call, for any server, and of what a library says of the service. The
 * macro makes symbols of them.
 *
 * @param view of the service, from within that module
 */
record ServiceFunctions(ServiceView view) {
    /** The module in it of the functions for tables. */
    static final String OF = "of";

    static void write(RustWriter out, ServiceView view) {
        new ServiceFunctions(view.inside(view.own().export())).write(out);
    }

    private void write(RustWriter out) {
        out.gap();
        out.doc("What `" + view.own().export() + "!` exports: functions as C's header has them.");
        out.line("#[doc(hidden)]");
        out.open("pub mod " + view.own().export());
        out.line("pub use " + view.beside(view.own().trait()) + " as Service;");
        out.line("pub use " + view.support("ServiceRecord") + " as Record;");
        record(out);
        RpcForm.all(view).forEach(form -> function(out, form));
        ServiceView inner = view.inside(OF);
        out.gap();
        out.doc("For tables: the functions of servers that are known by their address.");
        out.open("pub mod " + OF);
        RpcForm.all(inner).forEach(form -> functionOf(out, form));
        out.close();
        out.close();
    }

    private void record(RustWriter out) {
        String fullName = RustLiteral.terminated(view.service().fullName());
        String fingerprint = RustLiteral.fingerprint(view.layout().fingerprint());
        out.gap();
        out.doc("What a library says of the service.");
        out.line("pub const RECORD: Record = Record::new(" + fullName + ", " + fingerprint + ", TEXT, LAYOUTS);");
        out.gap();
        out.open("const TEXT: &str = ::core::concat!(", "");
        text(out, view.layout().text());
        out.close(");");
        out.gap();
        String layout = view.support("LayoutRecord");
        out.open("const LAYOUTS: &[" + layout + "] = &[", "");
        for (StructLayout struct : view.layout().structs()) {
            out.open(
                    layout + "::new(" + RustLiteral.terminated(struct.struct().fullName()) + ", "
                            + RustLiteral.fingerprint(struct.fingerprint()) + ", ::core::concat!(",
                    "");
            text(out, struct.text());
            out.close(")),");
        }
        out.close("];");
    }

    /** Line by line. */
    private static void text(RustWriter out, String text) {
        Arrays.stream(text.split("(?<=\n)")).forEach(line -> out.line(RustLiteral.line(line) + ","));
        out.line("\"\\0\",");
    }

    private static String declared(RpcForm form) {
        return form.rawParameters().stream().map(RpcForm.Parameter::toString).collect(Collectors.joining(", "));
    }

    private void function(RustWriter out, RpcForm form) {
        out.gap();
        out.doc(
                "`" + form.symbol() + "`.",
                "",
                "# Safety",
                "As C's header says: there is what the arguments lead to, and nobody writes it during the call, nor reads where the"
                        + " answer goes. NULL and misaligned arguments, and those that overlap, are found.");
        out.line("#[inline]");
        out.open("pub unsafe fn " + form.name() + "<'s, S: Service + 's>(server: impl ::core::ops::FnOnce() -> &'s S, "
                + declared(form) + ") -> i32");
        out.open("let call = ||");
        body(out, form);
        out.close("};");
        out.line("// SAFETY: as the caller promises.");
        out.line("unsafe { " + view.support(form.batch() ? "guard_batch" : "guard") + "(error, call) }");
        out.close();
    }

    /** The order matters: nothing may be written before the arguments are known to be apart. */
    private void body(RustWriter out, RpcForm form) {
        String count = form.batch() ? ", count" : "";
        boolean both = form.hasRequest() && form.hasResponse();
        boolean atOnce = both && !form.batch() && !form.hasArena();
        if (atOnce) {
            promised(out, "(request, response)", "arguments(request, response)");
        } else if (both) {
            out.line(view.support(form.batch() ? "all_apart" : "apart") + "(" + form.requestName() + ", "
                    + form.responseName() + count + ")?;");
        }
        if (form.hasRequest() && !atOnce) {
            promised(out, form.requestName(), form.requestName() + "(" + form.requestName() + count + ")");
        }
        if (form.hasArena()) {
            promised(out, "arena", "arena(allocator)");
        }
        if (form.hasResponse() && !atOnce) {
            promised(out, form.responseName(), response(form) + ")");
        }
        if (form.rpc().serverStreaming()) {
            promised(out, "mut stream", "Stream::from_ptr(stream)");
        }
        if (form.isCounted()) {
            out.line("let count = " + view.support("times") + "(count)?;");
        }
        String call = "Service::" + form.name() + "(server()"
                + form.parameters().stream()
                        .map(parameter -> ", " + argument(parameter.name()))
                        .collect(Collectors.joining())
                + ")";
        if (form.rpc().serverStreaming()) {
            out.line(call + "?;");
            out.line("stream.end()");
        } else {
            out.line(call);
        }
    }

    private static String argument(String parameter) {
        return switch (parameter) {
            case "stream" -> "&mut stream";
            case "arena" -> "&arena";
            default -> parameter;
        };
    }

    private void promised(RustWriter out, String name, String expression) {
        out.line("// SAFETY: as the caller promises.");
        out.line("let " + name + " = unsafe { " + view.support(expression) + " }?;");
    }

    private String response(RpcForm form) {
        String arguments = "(" + form.responseName() + (form.batch() ? ", count" : "");
        if (!form.hasArena()) {
            return form.responseName() + arguments;
        }
        String made = view.structName(Objects.requireNonNull(form.rpc().response())) + "::new";
        return "new_" + form.responseName() + arguments + ", " + (form.batch() ? made : made + "()");
    }

    private void functionOf(RustWriter out, RpcForm form) {
        List<RpcForm.Parameter> parameters = form.rawParameters();
        out.gap();
        out.doc(
                "`" + form.symbol() + "` for the table of a server.",
                "",
                "# Safety",
                "As of the function itself; `this` is the address of the server, which lives for ever.");
        out.open("pub unsafe extern \"C\" fn " + form.name() + "<S: super::Service>(this: *mut ::core::ffi::c_void, "
                + declared(form) + ") -> i32");
        out.line("// SAFETY: as the caller promises.");
        out.line("unsafe { super::" + form.name() + "(|| &*this.cast_const().cast::<S>(), "
                + parameters.stream().map(RpcForm.Parameter::name).collect(Collectors.joining(", ")) + ") }");
        out.close();
    }
}
