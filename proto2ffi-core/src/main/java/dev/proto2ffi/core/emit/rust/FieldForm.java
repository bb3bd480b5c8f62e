package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.model.FieldDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One field of a struct in all the places where it shows; a subclass for each shape. */
abstract class FieldForm {
    final StructContext context;
    final FieldLayout layout;
    final FieldDef field;

    FieldForm(StructContext context, FieldLayout layout) {
        this.context = context;
        this.layout = layout;
        this.field = layout.field();
    }

    static FieldForm of(StructContext context, FieldLayout layout) {
        return switch (FieldShape.of(layout.field())) {
            case PLAIN -> new PlainField(context, layout);
            case OPTIONAL_VALUE -> new OptionalValueField(context, layout);
            case OPTIONAL_MESSAGE -> new OptionalMessageField(context, layout);
            case CHECKED, OPTIONAL_CHECKED -> new CheckedField(context, layout);
            case SLICE -> new SliceField(context, layout);
            case CHECKED_SLICE, CHECKED_ARRAY -> new CheckedSliceField(context, layout);
        };
    }

    /** Whether two structs have equal values in this field. */
    abstract String equality();

    /** A reference to what {@code Debug} shows. */
    abstract String shown();

    /** The methods. */
    abstract void accessors(RustWriter out);

    /** The place of the data in {@code self}. */
    String data() {
        return "self." + context.member(layout.data());
    }

    String otherData() {
        return "other." + context.member(layout.data());
    }

    Member countMember() {
        return Objects.requireNonNull(layout.count(), field.name());
    }

    /** The place of the count in {@code self}. */
    String count() {
        return "self." + context.member(countMember());
    }

    String name(Accessor accessor) {
        return context.accessor(field, accessor);
    }

    String label() {
        return context.label(field);
    }

    /** The support module's fallible result. */
    String result(String type) {
        return context.support() + "::Result<" + type + ">";
    }

    String support(String item) {
        return context.support() + "::" + item;
    }

    /** Writes a method; the attribute of deprecated fields goes before each. */
    void method(RustWriter out, List<String> doc, String signature, String... body) {
        out.gap();
        out.doc(doc);
        if (field.deprecated()) {
            out.line("#[deprecated]");
        }
        out.open("pub fn " + signature);
        for (String line : body) {
            out.line(line);
        }
        out.close();
    }

    /** The schema's comment, then what the method gives. */
    List<String> describe(String sentence) {
        return RustDoc.lines(field.comments().text(), sentence);
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

    String error(String variant) {
        return CheckedType.errors(context.support(), variant);
    }

    /** {@code `uint64 post_id = 1`}, as links between schema and code. */
    String declaration() {
        return "`" + field.protoType() + " " + field.name() + " = " + field.number() + "`";
    }

    /** The methods that a presence bit brings. */
    final void presence(RustWriter out) {
        PresenceBit bit = new PresenceBit(context, layout);
        method(
                out,
                List.of("Whether " + declaration() + " is present."),
                name(Accessor.HAS) + "(&self) -> bool",
                bit.isSet());
        method(
                out,
                List.of("Makes " + declaration() + " absent. What it held stays in memory, unseen."),
                name(Accessor.CLEAR) + "(&mut self)",
                bit.clear());
    }

    /** Equality of a field with a presence bit, given that of its data. */
    final String whenPresent(String equality) {
        String has = name(Accessor.HAS);
        return "self." + has + "() == other." + has + "() && (!self." + has + "() || " + equality + ")";
    }
}
