package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.model.FieldType;
import java.util.Objects;

/**
 * A repeated field of strings or bytes without a bound on their number.
 *
 * <pre>{@code
 * pub fn names_at(&self, index: usize) -> super::p2f::Result<&str> {
 *     self.names()?.get(index)
 * }
 * }</pre>
 */
final class CheckedSpanField extends FieldForm {
    private final FieldType element;
    private final CheckedType type;

    CheckedSpanField(StructContext context, FieldLayout layout) {
        super(context, layout);
        this.element = Objects.requireNonNull(field.type().element());
        this.type = Objects.requireNonNull(CheckedType.of(element));
    }

    @Override
    String equality() {
        return SpanField.spanEquality(this, element);
    }

    @Override
    String shown() {
        return SpanField.spanShown(this, element);
    }

    @Override
    void copy(RustWriter out) {
        SpanField.spanCopy(this, element, out);
    }

    @Override
    void accessors(RustWriter out) {
        String bad = error("BadPointer") + ", " + error("BadSize") + ", if other code wrote so.";
        method(
                out,
                failing(describe("The elements of " + declaration() + "."), bad),
                name(Accessor.GET) + "(&self) -> " + result(support("List<'_, ") + context.storage(element) + ">"),
                "let items = " + data() + ".get(" + label() + ")?;",
                ok(support("List::new(items, ") + label() + ")"));
        method(
                out,
                failing(
                        "One element of " + declaration() + ", counted from 0.",
                        error("OutOfRange") + ", " + error("BadPointer") + ", " + error("BadSize") + ", "
                                + type.readErrors(context.support()) + "."),
                name(Accessor.AT) + "(&self, index: usize) -> " + result(type.view()),
                "self." + name(Accessor.GET) + "()?.get(index)");
        String errors = type.isOwned() ? "" : type.writeErrors(context.support()) + ", ";
        method(
                out,
                failing(
                        "Makes the elements of " + declaration() + " copies, in memory of the allocator.",
                        errors + error("OutOfMemory") + "; nothing is changed then."),
                name(Accessor.SET) + "(&mut self, " + allocator() + ", values: &[" + type.view() + "]) -> "
                        + result("()"),
                type.isOwned()
                        ? data() + ".store(allocator, values)"
                        : data() + ".write(allocator, values, " + label() + ")");
        SpanField.countAndClear(this, out);
    }
}
