package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.model.FieldType;

/**
 * A repeated field of a packed struct: all by value, for references to its elements may be misaligned.
 *
 * <pre>{@code
 * pub fn tags_at(&self, index: usize) -> super::p2f::Result<u32> {
 *     let index = super::p2f::index(index, self.tags_count, 8, "social.Post.tags")?;
 *     ::core::result::Result::Ok(self.tags[index])
 * }
 * }</pre>
 */
final class PackedSliceField extends FieldForm {
    private final FieldType.BoundedRepeated type;

    PackedSliceField(StructContext context, FieldLayout layout) {
        super(context, layout);
        this.type = (FieldType.BoundedRepeated) field.type();
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

    @Override
    void accessors(RustWriter out) {
        String element = context.storage(type.element());
        String bad = error("BadCount") + ", if other code wrote so.";
        String full = error("Full") + " beyond " + type.maxCount() + " elements; nothing is written then.";
        method(
                out,
                failing(describe("A copy of the elements of " + declaration() + "."), bad),
                name(Accessor.GET) + "(&self) -> "
                        + result(support("Values<") + element + ", " + type.maxCount() + ">"),
                support("Values::new(") + data() + ", " + count() + ", " + label() + ")");
        method(
                out,
                failing("Replaces the elements of " + declaration() + ".", full),
                name(Accessor.SET) + "(&mut self, values: &[" + element + "]) -> " + result("()"),
                onCopy("set_items(&mut items, &mut count, values, " + label() + ")?;"));
        atIndex(out, element);
        method(
                out,
                failing("Appends an element to " + declaration() + ".", error("BadCount") + "; " + full),
                name(Accessor.PUSH) + "(&mut self, value: " + element + ") -> " + result("()"),
                "let index = " + support("next_index(") + count() + ", " + type.maxCount() + ", " + label() + ")?;",
                data() + "[index] = value;",
                count() + " += 1;",
                OK);
        SliceField.countAndClear(this, out);
        if (type.element() instanceof FieldType.MapEntry entry) {
            new MapMethods(this, entry).write(out, support("items(&") + data() + ", " + count() + ", " + label() + ")");
        }
    }

    private void atIndex(RustWriter out, String element) {
        String index =
                "let index = " + support("index(index, ") + count() + ", " + type.maxCount() + ", " + label() + ")?;";
        String errors = error("BadCount") + ", " + error("OutOfRange") + ".";
        method(
                out,
                failing("One element of " + declaration() + ", counted from 0.", errors),
                name(Accessor.AT) + "(&self, index: usize) -> " + result(element),
                index,
                ok(data() + "[index]"));
        method(
                out,
                failing("Replaces one element of " + declaration() + ", counted from 0.", errors),
                name(Accessor.SET_AT) + "(&mut self, index: usize, value: " + element + ") -> " + result("()"),
                index,
                data() + "[index] = value;",
                OK);
    }

    /** A call on copies of the elements and their number, which are written back. */
    String[] onCopy(String call) {
        return new String[] {
            "let (mut items, mut count) = (" + data() + ", " + count() + ");",
            support(call),
            "(" + data() + ", " + count() + ") = (items, count);",
            OK
        };
    }
}
