package dev.proto2ffi.core.emit.rust;

import java.util.ArrayList;
import java.util.List;

/** A field outside of oneofs, or a oneof, in all the places where it shows. */
abstract class MemberForm {
    final StructContext context;
    final ValueCode values;

    MemberForm(StructContext context) {
        this.context = context;
        this.values = new ValueCode(context);
    }

    /** The methods. */
    abstract void accessors(RustWriter out);

    /** An expression, behind {@code prefix}: whether two structs have equal values here. */
    abstract void equality(RustWriter out, String prefix);

    /** Statements that add it to {@code fields}, if it is there. */
    abstract void show(RustWriter out);

    /** Statements that copy it from {@code source}. */
    abstract void copy(RustWriter out);

    /** The support module's fallible result. */
    final String result(String type) {
        return context.support() + "::Result<" + type + ">";
    }

    final String support(String item) {
        return context.support() + "::" + item;
    }

    final String error(String variant) {
        return CheckedType.errors(context.support(), variant);
    }

    /** The parameter of methods that need memory. */
    final String allocator() {
        return "allocator: &dyn " + support("Allocate<'a>");
    }

    /** A method; one of a deprecated field is deprecated, too. */
    static void method(RustWriter out, boolean deprecated, List<String> doc, String signature, String... body) {
        out.gap();
        out.doc(doc);
        if (deprecated) {
            out.line("#[deprecated]");
        }
        out.open("pub fn " + signature);
        for (String line : body) {
            out.line(line);
        }
        out.close();
    }

    /** A sentence, then when the method fails. */
    static List<String> failing(String sentence, String errors) {
        return failing(List.of(sentence), errors);
    }

    static List<String> failing(List<String> lines, String errors) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(List.of("", "# Errors", errors));
        return all;
    }

    static final String OK = "::core::result::Result::Ok(())";

    static String ok(String value) {
        return "::core::result::Result::Ok(" + value + ")";
    }
}
