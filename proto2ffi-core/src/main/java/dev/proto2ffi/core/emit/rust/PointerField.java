package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.model.FieldType;
import java.util.List;

/**
 * A message behind a pointer, NULL where it is absent.
 *
 * <pre>{@code
 * pub fn left(&self) -> super::p2f::Result<::core::option::Option<&Tree<'a>>> {
 *     self.left.get("trees.Tree.left")
 * }
 * }</pre>
 */
final class PointerField extends FieldForm {
    private final FieldType.MessagePointer type;

    PointerField(StructContext context, FieldLayout layout) {
        super(context, layout);
        this.type = (FieldType.MessagePointer) field.type();
    }

    @Override
    void accessors(RustWriter out) {
        String message = context.structType(type.structName(), "'a");
        String bad = error("BadPointer") + ", if other code left a misaligned one.";
        method(
                out,
                failing(describe(declaration() + ", `None` while absent."), bad),
                name(Accessor.GET) + "(&self) -> " + result("::core::option::Option<&" + message + ">"),
                data() + ".get(" + label() + ")");
        method(
                out,
                failing(declaration() + " for editing, `None` while absent.", bad),
                name(Accessor.GET_MUT) + "(&mut self) -> " + result("::core::option::Option<&mut " + message + ">"),
                data() + ".get_mut(" + label() + ")");
        method(
                out,
                failing(
                        "Makes " + declaration() + " a new message with its defaults, in memory of the allocator.",
                        error("OutOfMemory") + "."),
                name(Accessor.INIT) + "(&mut self, " + allocator() + ") -> " + result("&mut " + message),
                data() + ".init(allocator, " + context.typeName(type.structName()) + "::new())");
        method(
                out,
                List.of("Whether " + declaration() + " is present."),
                name(Accessor.HAS) + "(&self) -> bool",
                "!" + data() + ".is_null()");
        method(
                out,
                List.of("Makes " + declaration() + " absent. Its memory stays the allocator's."),
                name(Accessor.CLEAR) + "(&mut self)",
                data() + " = " + support("Ptr::new();"));
    }
}
