package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.model.FieldDef;
import java.util.List;
import java.util.Objects;

/** One field outside of oneofs; a subclass for each form. */
abstract class FieldForm extends MemberForm {
    final FieldLayout layout;
    final FieldDef field;

    FieldForm(StructContext context, FieldLayout layout) {
        super(context);
        this.layout = layout;
        this.field = layout.field();
    }

    static FieldForm of(StructContext context, FieldLayout layout) {
        FieldShape shape = FieldShape.of(context.struct(), layout.field(), context.kinds());
        return switch (shape.form()) {
            case PLAIN -> new PlainField(context, layout);
            case VALUE -> new OptionalValueField(context, layout);
            case MESSAGE -> new OptionalMessageField(context, layout);
            case CHECKED -> new CheckedField(context, layout);
            case POINTER -> new PointerField(context, layout);
            case ATOMIC -> new AtomicField(context, layout);
            case SLICE -> new SliceField(context, layout);
            case PACKED_SLICE -> new PackedSliceField(context, layout);
            case CHECKED_SLICE -> new CheckedSliceField(context, layout);
            case SPAN -> new SpanField(context, layout);
            case CHECKED_SPAN -> new CheckedSpanField(context, layout);
            case ONEOF -> throw new IllegalArgumentException(layout.field().name() + " belongs to a oneof");
        };
    }

    /** Whether two structs have equal values in this field; a presence bit left aside. */
    String equality() {
        return values.equality(field.type(), data(), otherData());
    }

    /** A reference to what {@code Debug} shows. */
    String shown() {
        return values.shown(field.type(), data(), label());
    }

    /** Statements that copy the data of {@code source}; a presence bit left aside. */
    @Override
    void copy(RustWriter out) {
        out.line(values.copied(field.type(), data(), sourceData(), label()) + ";");
    }

    @Override
    final void equality(RustWriter out, String prefix) {
        String has = field.presence() ? name(Accessor.HAS) + "()" : "";
        out.line(prefix
                + (field.presence()
                        ? "self." + has + " == other." + has + " && (!self." + has + " || " + equality() + ")"
                        : equality()));
    }

    @Override
    final void show(RustWriter out) {
        String statement = "fields.field(" + RustLiteral.text(field.name()) + ", " + shown() + ");";
        String has = context.names().accessor(context.struct(), field, Accessor.HAS);
        if (has == null) {
            out.line(statement);
        } else {
            out.open("if self." + has + "()");
            out.line(statement);
            out.close();
        }
    }

    /** The type of the data, as it stands in the struct. */
    String storage() {
        return context.storage(field.type());
    }

    /** What the data of a new struct is. */
    String initial() {
        return new DefaultExpression(context).stored(field);
    }

    /** The place of the data in {@code self}. */
    String data() {
        return "self." + context.member(layout.data());
    }

    String otherData() {
        return "other." + context.member(layout.data());
    }

    String sourceData() {
        return "source." + context.member(layout.data());
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

    boolean has(Accessor accessor) {
        return context.names().accessor(context.struct(), field, accessor) != null;
    }

    String label() {
        return context.label(field);
    }

    /** Writes a method; the attribute of deprecated fields goes before each. */
    void method(RustWriter out, List<String> doc, String signature, String... body) {
        method(out, field.deprecated(), doc, signature, body);
    }

    /** The schema's comment, then what the method gives. */
    List<String> describe(String sentence) {
        return RustDoc.lines(field.comments().text(), sentence);
    }

    /** {@code `uint64 post_id = 1`}, as links between schema and code. */
    String declaration() {
        return declaration(field);
    }

    static String declaration(FieldDef field) {
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
}
