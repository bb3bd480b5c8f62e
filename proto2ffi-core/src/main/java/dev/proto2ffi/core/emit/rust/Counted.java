package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.FieldType;

/** What arrays with a count have in common, whatever their elements. */
final class Counted {
    private Counted() {}

    /** A reference for functions of the support module; of a copy in packed structs, where there may be none. */
    private static String reference(FieldForm form, FieldType element, String place) {
        boolean copy = form.context.packed() && CheckedType.of(element) == null;
        return copy ? "&{ " + place + " }" : "&" + place;
    }

    private static String used(FieldForm form, FieldType element, String owner) {
        String place = owner + "." + form.context.member(form.layout.data());
        String count = owner + "." + form.context.member(form.countMember());
        return form.support("used(") + reference(form, element, place) + ", " + count + ")";
    }

    static String equality(FieldForm form, FieldType element) {
        String depth = form.context.isCopy() ? "0" : "depth";
        return form.values.listEquality(element, used(form, element, "self"), used(form, element, "other"), depth);
    }

    private static String items(FieldForm form, String place, String count) {
        return form.support("items(") + place + ", " + count + ", " + form.label() + ")";
    }

    static String shown(FieldForm form, FieldType element) {
        String items = items(form, reference(form, element, form.data()), form.count());
        return form.values.listShown(element, items, "nesting");
    }

    static void copy(FieldForm form, FieldType element, RustWriter out) {
        String sourceCount = "source." + form.context.member(form.countMember());
        if (form.context.kinds().isPlain(element)) {
            out.line(form.data() + " = " + form.sourceData() + ";");
            out.line(form.count() + " = " + sourceCount + ";");
        } else {
            String source = items(form, "&" + form.sourceData(), sourceCount);
            out.line(form.support("copy_list(&mut ") + form.data() + ", &mut " + form.count() + ", allocator, " + source
                    + ", depth, " + form.label() + ")?;");
        }
    }
}
