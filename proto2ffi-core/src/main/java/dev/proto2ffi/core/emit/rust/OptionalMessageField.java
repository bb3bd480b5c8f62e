package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import java.util.List;

/**
 * A message with a presence bit.
 *
 * <pre>{@code
 * pub fn position(&self) -> Option<&Point> {
 *     if self.has_position() { Some(&self.position) } else { None }
 * }
 * }</pre>
 */
final class OptionalMessageField extends FieldForm {
    OptionalMessageField(StructContext context, FieldLayout layout) {
        super(context, layout);
    }

    @Override
    void accessors(RustWriter out) {
        String type = context.storage(field.type());
        String set = new PresenceBit(context, layout).set();
        if (context.packed()) {
            packed(out, type, set);
            return;
        }
        method(
                out,
                describe(declaration() + ", `None` while absent."),
                name(Accessor.GET) + "(&self) -> ::core::option::Option<&" + type + ">",
                ifPresent("&"));
        method(
                out,
                List.of(declaration() + " for editing, `None` while absent."),
                name(Accessor.GET_MUT) + "(&mut self) -> ::core::option::Option<&mut " + type + ">",
                ifPresent("&mut "));
        method(
                out,
                List.of("Makes " + declaration() + " a new message with its defaults, and present."),
                name(Accessor.INIT) + "(&mut self) -> &mut " + type,
                data() + " = " + context.zero(field.type()) + ";",
                set,
                "&mut " + data());
        setter(out, type, set);
        presence(out);
    }

    /** By value: there are no references into packed structs. */
    private void packed(RustWriter out, String type, String set) {
        method(
                out,
                describe(declaration() + ", `None` while absent."),
                name(Accessor.GET) + "(&self) -> ::core::option::Option<" + type + ">",
                ifPresent(""));
        setter(out, type, set);
        presence(out);
    }

    private void setter(RustWriter out, String type, String set) {
        method(
                out,
                List.of("Sets " + declaration() + ", which is present then."),
                name(Accessor.SET) + "(&mut self, value: " + type + ")",
                data() + " = value;",
                set);
    }

    private String[] ifPresent(String reference) {
        return new String[] {
            "if self." + name(Accessor.HAS) + "() {",
            "    ::core::option::Option::Some(" + reference + data() + ")",
            "} else {",
            "    ::core::option::Option::None",
            "}"
        };
    }
}
