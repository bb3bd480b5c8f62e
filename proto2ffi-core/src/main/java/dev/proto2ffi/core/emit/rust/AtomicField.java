package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import java.util.List;

/**
 * A number or enum that threads share, with or without a presence bit.
 *
 * <pre>{@code
 * pub fn load_hits(&self, order: ::core::sync::atomic::Ordering) -> i32 {
 *     self.hits.load(order)
 * }
 * }</pre>
 */
final class AtomicField extends FieldForm {
    private static final String MODULE = "::core::sync::atomic::";
    private static final String ORDER = "order: " + MODULE + "Ordering";
    private static final String RELAXED = MODULE + "Ordering::Relaxed";

    AtomicField(StructContext context, FieldLayout layout) {
        super(context, layout);
    }

    @Override
    String storage() {
        String sign =
                field.type() instanceof FieldType.Scalar type && type.scalar().kind() == ScalarType.Kind.UNSIGNED
                        ? "U"
                        : "I";
        return MODULE + "Atomic" + sign + layout.data().size() * 8;
    }

    @Override
    String initial() {
        return storage() + "::new(" + raw(super.initial()) + ")";
    }

    /** Whether the value is of the enum's own type. */
    private boolean isEnum() {
        return field.type() instanceof FieldType.EnumValue type && !type.isPlainInteger();
    }

    private String raw(String value) {
        return isEnum() ? value + ".0" : value;
    }

    private String typed(String raw) {
        return isEnum() ? context.storage(field.type()) + "(" + raw + ")" : raw;
    }

    @Override
    String equality() {
        return relaxed(data()) + " == " + relaxed(otherData());
    }

    @Override
    String shown() {
        return "&" + typed(relaxed(data()));
    }

    @Override
    void copy(RustWriter out) {
        out.line("*" + data() + ".get_mut() = " + relaxed(sourceData()) + ";");
    }

    private static String relaxed(String place) {
        return place + ".load(" + RELAXED + ")";
    }

    @Override
    void accessors(RustWriter out) {
        String type = context.storage(field.type());
        plain(out, type);
        String bit = field.presence() ? " Whether it is present doesn't matter." : "";
        method(
                out,
                List.of(
                        "Reads " + declaration() + " in an order." + bit,
                        "",
                        "# Panics",
                        "For orders that are not for reading, as the standard library's atomics do."),
                name(Accessor.LOAD) + "(&self, " + ORDER + ") -> " + type,
                typed(data() + ".load(order)"));
        method(
                out,
                List.of(
                        "Writes " + declaration() + " in an order." + bit,
                        "",
                        "# Panics",
                        "For orders that are not for writing, as the standard library's atomics do."),
                name(Accessor.STORE) + "(&self, value: " + type + ", " + ORDER + ")",
                data() + ".store(" + raw("value") + ", order);");
        method(
                out,
                List.of("The number in " + declaration() + ", for all that atomics can." + bit),
                name(Accessor.ATOMIC) + "(&self) -> &" + storage(),
                "&" + data());
    }

    private void plain(RustWriter out, String type) {
        String get = name(Accessor.GET) + "(&self) -> " + type;
        String set = name(Accessor.SET) + "(&mut self, value: " + type + ")";
        String write = "*" + data() + ".get_mut() = " + raw("value") + ";";
        if (field.presence()) {
            method(
                    out,
                    describe(declaration() + ", its default while absent, in relaxed order."),
                    get,
                    "if self." + name(Accessor.HAS) + "() {",
                    "    " + typed(relaxed(data())),
                    "} else {",
                    "    " + new DefaultExpression(context).returned(field),
                    "}");
            method(
                    out,
                    List.of("Sets " + declaration() + ", which is present then."),
                    set,
                    write,
                    new PresenceBit(context, layout).set());
            presence(out);
        } else {
            method(out, describe(declaration() + ", in relaxed order."), get, typed(relaxed(data())));
            method(out, List.of("Sets " + declaration() + "."), set, write);
        }
    }
}
