package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.model.FieldType;
import java.util.List;
import java.util.Objects;

/**
 * A repeated field without a bound, of elements that are valid whatever their bytes, or a map.
 *
 * <pre>{@code
 * pub fn tags(&self) -> super::p2f::Result<&[u32]> {
 *     self.tags.get("social.Post.tags")
 * }
 * }</pre>
 */
final class SpanField extends FieldForm {
    private final FieldType element;

    SpanField(StructContext context, FieldLayout layout) {
        super(context, layout);
        this.element = Objects.requireNonNull(field.type().element());
    }

    @Override
    String equality() {
        return spanEquality(this, element);
    }

    @Override
    String shown() {
        return spanShown(this, element);
    }

    @Override
    void copy(RustWriter out) {
        spanCopy(this, element, out);
    }

    static String spanEquality(FieldForm form, FieldType element) {
        return form.values.listEquality(element, form.data() + ".used()", form.otherData() + ".used()", "depth + 1");
    }

    static String spanShown(FieldForm form, FieldType element) {
        return form.values.listShown(element, form.data() + ".get(" + form.label() + ")", "nesting.inside()");
    }

    static void spanCopy(FieldForm form, FieldType element, RustWriter out) {
        if (form.context.kinds().isPlain(element)) {
            out.line(form.data() + ".copy(allocator, " + form.sourceData() + ".get(" + form.label() + ")?)?;");
        } else {
            out.line(form.support("copy_span(&mut ") + form.data() + ", allocator, &" + form.sourceData() + ", depth, "
                    + form.label() + ")?;");
        }
    }

    @Override
    void accessors(RustWriter out) {
        String type = context.storage(element);
        String bad = error("BadPointer") + ", " + error("BadSize") + ", if other code wrote so.";
        method(
                out,
                failing(describe("The elements of " + declaration() + "."), bad),
                name(Accessor.GET) + "(&self) -> " + result("&[" + type + "]"),
                data() + ".get(" + label() + ")");
        method(
                out,
                failing("The elements of " + declaration() + " for editing.", bad),
                name(Accessor.GET_MUT) + "(&mut self) -> " + result("&mut [" + type + "]"),
                data() + ".get_mut(" + label() + ")");
        String memory = error("OutOfMemory") + "; nothing is changed then.";
        if (has(Accessor.SET)) {
            method(
                    out,
                    failing("Makes the elements of " + declaration() + " a copy, in memory of the allocator.", memory),
                    name(Accessor.SET) + "(&mut self, " + allocator() + ", values: &[" + type + "]) -> " + result("()"),
                    data() + ".copy(allocator, values)");
        }
        method(
                out,
                failing(
                        "Makes the elements of " + declaration()
                                + " so many new ones, in memory of the allocator, for editing.",
                        memory),
                name(Accessor.ALLOCATE) + "(&mut self, " + allocator() + ", count: usize) -> "
                        + result("&mut [" + type + "]"),
                data() + ".fill(allocator, count, |_| " + ok(context.zero(element)) + ")");
        countAndClear(this, out);
        if (element instanceof FieldType.MapEntry entry) {
            new MapMethods(this, entry).write(out, data() + ".get(" + label() + ")");
        }
    }

    static void countAndClear(FieldForm form, RustWriter out) {
        form.method(
                out,
                List.of("The stored number of elements of " + form.declaration() + ", unchecked."),
                form.name(Accessor.COUNT) + "(&self) -> u64",
                form.data() + ".size()");
        form.method(
                out,
                List.of("Removes all elements of " + form.declaration() + ". Their memory stays the allocator's."),
                form.name(Accessor.CLEAR) + "(&mut self)",
                form.data() + " = " + form.support("Span::new();"));
    }
}
