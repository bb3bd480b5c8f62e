package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.model.FieldType;
import java.util.List;

/**
 * A repeated field with a count, of elements that are valid whatever their bytes.
 *
 * <pre>{@code
 * pub fn tags(&self) -> super::p2f::Result<&[u32]> {
 *     super::p2f::items(&self.tags, self.tags_count, "social.Post.tags")
 * }
 * }</pre>
 */
final class SliceField extends FieldForm {
    private final FieldType.BoundedRepeated type;

    SliceField(StructContext context, FieldLayout layout) {
        super(context, layout);
        this.type = (FieldType.BoundedRepeated) field.type();
    }

    @Override
    void accessors(RustWriter out) {
        String element = context.storage(type.element());
        String full = error("Full") + " beyond " + type.maxCount() + " elements; nothing is written then.";
        String bad = error("BadCount") + ", if other code wrote so.";
        method(
                out,
                failing(describe("The elements of " + declaration() + "."), bad),
                name(Accessor.GET) + "(&self) -> " + result("&[" + element + "]"),
                support("items(&") + data() + ", " + count() + ", " + label() + ")");
        method(
                out,
                failing("The elements of " + declaration() + " for editing.", bad),
                name(Accessor.GET_MUT) + "(&mut self) -> " + result("&mut [" + element + "]"),
                support("items_mut(&mut ") + data() + ", " + count() + ", " + label() + ")");
        if (has(Accessor.SET)) {
            method(
                    out,
                    failing("Replaces the elements of " + declaration() + ".", full),
                    name(Accessor.SET) + "(&mut self, values: &[" + element + "]) -> " + result("()"),
                    support("set_items(&mut ") + data() + ", &mut " + count() + ", values, " + label() + ")");
        }
        method(
                out,
                failing("Appends an element to " + declaration() + ".", error("BadCount") + "; " + full),
                name(Accessor.PUSH) + "(&mut self, value: " + element + ") -> " + result("()"),
                support("push(&mut ") + data() + ", &mut " + count() + ", value, " + label() + ")");
        countAndClear(this, out);
        if (type.element() instanceof FieldType.MapEntry entry) {
            new MapMethods(this, entry).write(out, support("items(&") + data() + ", " + count() + ", " + label() + ")");
        }
    }

    @Override
    String equality() {
        return Counted.equality(this, type.element());
    }

    @Override
    String shown() {
        return Counted.shown(this, type.element());
    }

    @Override
    void copy(RustWriter out) {
        Counted.copy(this, type.element(), out);
    }

    /** What all repeated fields with a count have. */
    static void countAndClear(FieldForm form, RustWriter out) {
        form.method(
                out,
                List.of("The stored number of elements of " + form.declaration() + ", unchecked."),
                form.name(Accessor.COUNT) + "(&self) -> u32",
                form.count());
        form.method(
                out,
                List.of("Removes all elements of " + form.declaration() + "."),
                form.name(Accessor.CLEAR) + "(&mut self)",
                form.count() + " = 0;");
    }
}
