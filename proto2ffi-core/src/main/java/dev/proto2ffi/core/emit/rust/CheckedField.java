package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.model.FieldDef;
import java.util.List;
import java.util.Objects;

/**
 * A string or bytes, with or without a presence bit.
 *
 * <pre>{@code
 * pub fn content(&self) -> super::p2f::Result<&str> {
 *     super::p2f::read(&self.content, "social.Post.content")
 * }
 * }</pre>
 */
final class CheckedField extends FieldForm {
    private final CheckedType type;

    CheckedField(StructContext context, FieldLayout layout) {
        super(context, layout);
        this.type = Objects.requireNonNull(CheckedType.of(field.type()));
    }

    @Override
    void accessors(RustWriter out) {
        String read = support("read(&") + data() + ", " + label() + ")";
        String write = type.isOwned()
                ? support("store(&mut ") + data() + ", allocator, value)"
                : support("write(&mut ") + data() + ", value, " + label() + ")";
        String getter = name(Accessor.GET) + "(&self) -> " + result(type.view());
        String setter = name(Accessor.SET) + "(&mut self, " + (type.isOwned() ? allocator() + ", " : "") + "value: "
                + type.view() + ") -> " + result("()");
        String room = type.isText()
                ? "up to " + (type.bound() - 1) + " bytes of UTF-8 without U+0000"
                : "up to " + type.bound() + " bytes";
        List<String> setterDoc = failing(
                type.isOwned()
                        ? "Sets " + declaration() + " to a copy, in memory of the allocator."
                        : "Sets " + declaration() + ", " + room + ".",
                writeErrors());
        if (field.presence()) {
            method(
                    out,
                    failing(describe(declaration() + ", its default while absent."), readErrors()),
                    getter,
                    "if self." + name(Accessor.HAS) + "() {",
                    "    " + read,
                    "} else {",
                    "    ::core::result::Result::Ok(" + fallback(field) + ")",
                    "}");
            method(
                    out,
                    setterDoc,
                    setter,
                    write + "?;",
                    new PresenceBit(context, layout).set(),
                    "::core::result::Result::Ok(())");
            presence(out);
        } else {
            method(out, failing(describe(declaration() + "."), readErrors()), getter, read);
            method(out, setterDoc, setter, write);
        }
    }

    private String readErrors() {
        return type.readErrors(context.support()) + ", if other code wrote so.";
    }

    private String writeErrors() {
        return type.writeErrors(context.support()) + "; nothing is written then.";
    }

    private String fallback(FieldDef absent) {
        return new DefaultExpression(context).returned(absent);
    }
}
