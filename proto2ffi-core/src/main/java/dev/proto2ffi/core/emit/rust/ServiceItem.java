package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.ServiceDef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A service: the trait that servers implement. */
record ServiceItem(ServiceView view) {
    void write(RustWriter out) {
        ServiceDef service = view.service();
        out.gap();
        List<String> doc = RustDoc.lines(service.comments().text(), "Service `" + service.fullName() + "`.");
        doc.add("");
        doc.add("`" + view.own().export()
                + "!(SERVER);` exports a server for other languages to call; imported from here, or as `path::"
                + view.own().export()
                + "!(SERVER, path);` with the path of this module. `SERVER` is a `static` or a constant"
                + " expression. [`" + view.own().table() + "`] is a server of theirs.");
        out.doc(doc);
        deprecated(out, service.deprecated());
        out.open("pub trait " + view.own().trait() + ": ::core::marker::Sync");
        RpcForm.all(view).forEach(form -> method(out, form));
        out.close();
    }

    private void method(RustWriter out, RpcForm form) {
        out.gap();
        out.doc(form.batch() ? batchDoc(form) : doc(form));
        deprecated(out, form.rpc().deprecated());
        if (form.batch()) {
            out.open(form.signature());
            batch(out, form);
            out.close();
        } else {
            out.line(form.signature() + ";");
        }
    }

    private static void deprecated(RustWriter out, boolean deprecated) {
        if (deprecated) {
            out.line("#[deprecated]");
        }
    }

    private List<String> doc(RpcForm form) {
        String critical = form.rpc().critical() ? ", which must be short, never wait, and never call back" : "";
        List<String> doc = RustDoc.lines(form.rpc().comments().text(), "`" + form.declaration() + "`" + critical + ".");
        if (form.hasArena()) {
            doc.add("");
            doc.add("The response is a new one; what it is to point to goes into memory of the arena.");
        } else if (form.hasResponse()) {
            doc.add("");
            doc.add("The response is as the caller left it: set all that the caller is to read.");
        } else if (form.rpc().serverStreaming()) {
            doc.add("");
            doc.add("Whoever calls makes the stream with [`Stream::receive`](" + view.support("Stream::receive")
                    + ").");
        }
        doc.add("");
        doc.add("# Errors");
        doc.add("The server's own" + (form.rpc().serverStreaming() ? ", and those of sending." : "."));
        return doc;
    }

    private List<String> batchDoc(RpcForm form) {
        List<String> doc = new ArrayList<>();
        doc.add("[`" + view.own().trait() + "::" + view.own().method(form.rpc())
                + "`] for each request in turn, up to the first that fails. Replace it where there is a faster way.");
        doc.add("");
        doc.add("# Errors");
        doc.add("Of the request that failed.");
        return doc;
    }

    private void batch(RustWriter out, RpcForm form) {
        if (form.hasRequest() && form.hasResponse()) {
            out.line(view.support("paired") + "(requests.len(), responses.len())?;");
        }
        out.line(view.support("batch") + "(" + items(form) + ", |" + pattern(form) + "| self."
                + view.own().method(form.rpc()) + "(" + arguments(form) + "))");
    }

    private static String items(RpcForm form) {
        if (form.isCounted()) {
            return "0..count";
        }
        if (!form.hasResponse()) {
            return "requests";
        }
        return form.hasRequest() ? "requests.iter().zip(responses)" : "responses";
    }

    private static String pattern(RpcForm form) {
        if (form.isCounted()) {
            return "_";
        }
        if (!form.hasResponse()) {
            return "request";
        }
        return form.hasRequest() ? "(request, response)" : "response";
    }

    private static String arguments(RpcForm batch) {
        return new RpcForm(batch.view(), batch.rpc(), false)
                .parameters().stream().map(RpcForm.Parameter::name).collect(Collectors.joining(", "));
    }
}
