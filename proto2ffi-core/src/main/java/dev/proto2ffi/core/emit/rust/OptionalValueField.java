package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.model.FieldType;
import java.util.List;

/**
 * A number, enum or array of bytes with a presence bit.
 *
 * <pre>{@code
 * pub fn port(&self) -> i32 {
 *     if self.has_port() { self.port } else { 8080 }
 * }
 * }</pre>
 */
final class OptionalValueField extends FieldForm {
    OptionalValueField(StructContext context, FieldLayout layout) {
        super(context, layout);
    }

    @Override
    void accessors(RustWriter out) {
        boolean bool = DefaultExpression.isBool(field);
        boolean array = field.type() instanceof FieldType.FixedBytes;
        String type = bool ? "bool" : context.storage(field.type());
        String fallback = new DefaultExpression(context).returned(field);
        if (array && field.defaultValue() != null) {
            fallback = support("bytes(") + fallback + ")";
        }
        method(
                out,
                describe(declaration() + ", its default while absent."),
                name(Accessor.GET) + "(&self) -> " + type,
                "if self." + name(Accessor.HAS) + "() {",
                "    " + data() + (bool ? ".get()" : ""),
                "} else {",
                "    " + fallback,
                "}");
        method(
                out,
                List.of("Sets " + declaration() + ", which is present then."),
                name(Accessor.SET) + "(&mut self, value: " + type + ")",
                data() + " = " + (bool ? support("Bool::new(value);") : "value;"),
                new PresenceBit(context, layout).set());
        presence(out);
    }
}
