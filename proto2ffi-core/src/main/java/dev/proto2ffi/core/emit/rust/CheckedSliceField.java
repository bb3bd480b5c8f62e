package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.model.FieldType;
import java.util.Objects;

/**
 * A repeated field of strings or bytes, with a count or always full.
 *
 * <pre>{@code
 * pub fn names_at(&self, index: usize) -> super::p2f::Result<&str> {
 *     self.names()?.get(index)
 * }
 * }</pre>
 */
final class CheckedSliceField extends FieldForm {
    private final FieldType element;
    private final CheckedType type;
    private final int capacity;

    CheckedSliceField(StructContext context, FieldLayout layout) {
        super(context, layout);
        this.element = Objects.requireNonNull(field.type().element());
        this.type = Objects.requireNonNull(CheckedType.of(element));
        this.capacity = field.type() instanceof FieldType.BoundedRepeated repeated
                ? repeated.maxCount()
                : ((FieldType.FixedRepeated) field.type()).count();
    }

    private boolean counted() {
        return layout.count() != null;
    }

    @Override
    String equality() {
        return counted() ? Counted.equality(this, element) : super.equality();
    }

    @Override
    String shown() {
        return counted() ? Counted.shown(this, element) : super.shown();
    }

    @Override
    void copy(RustWriter out) {
        if (counted()) {
            Counted.copy(this, element, out);
        } else {
            super.copy(out);
        }
    }

    /** The parameters of a method that writes a value. */
    private String parameters() {
        return (type.isOwned() ? allocator() + ", " : "") + "value: " + type.view();
    }

    @Override
    void accessors(RustWriter out) {
        getter(out);
        String checks = (counted() ? error("BadCount") + ", " : "") + error("OutOfRange") + ", ";
        method(
                out,
                failing(
                        "One element of " + declaration() + ", counted from 0.",
                        checks + type.readErrors(context.support()) + "."),
                name(Accessor.AT) + "(&self, index: usize) -> " + result(type.view()),
                "self." + name(Accessor.GET) + "()" + (counted() ? "?" : "") + ".get(index)");
        String items = counted()
                ? support("items_mut(&mut ") + data() + ", " + count() + ", " + label() + ")?"
                : "&mut " + data();
        method(
                out,
                failing(
                        "Replaces one element of " + declaration() + ", counted from 0.",
                        checks + type.writeErrors(context.support()) + "; nothing is written then."),
                name(Accessor.SET_AT) + "(&mut self, index: usize, " + parameters() + ") -> " + result("()"),
                "let item = " + support("at_mut(") + items + ", index, " + label() + ")?;",
                type.isOwned()
                        ? support("store(item, allocator, value)")
                        : support("write(item, value, ") + label() + ")");
        if (counted()) {
            push(out);
            SliceField.countAndClear(this, out);
        }
    }

    private void getter(RustWriter out) {
        String view = support("List<'_, ") + context.storage(element) + ">";
        String get = name(Accessor.GET) + "(&self) -> ";
        if (counted()) {
            method(
                    out,
                    failing(
                            describe("The elements of " + declaration() + "."),
                            error("BadCount") + ", if other code wrote so."),
                    get + result(view),
                    "let items = " + support("items(&") + data() + ", " + count() + ", " + label() + ")?;",
                    ok(support("List::new(items, ") + label() + ")"));
        } else {
            method(
                    out,
                    describe("The " + capacity + " elements of " + declaration() + "."),
                    get + view,
                    support("List::new(&") + data() + ", " + label() + ")");
        }
    }

    private void push(RustWriter out) {
        String signature = name(Accessor.PUSH) + "(&mut self, " + parameters() + ") -> " + result("()");
        String value = type.isOwned() ? ", allocator, value, " : ", value, ";
        String call = support(type.isOwned() ? "push_owned(&mut " : "push_value(&mut ") + data() + ", &mut ";
        method(
                out,
                failing(
                        "Appends an element to " + declaration() + ".",
                        error("BadCount") + ", " + error("Full") + " beyond " + capacity + " elements, "
                                + type.writeErrors(context.support()) + "; nothing is appended then."),
                signature,
                context.packed()
                        ? new String[] {
                            "let mut count = " + count() + ";",
                            call + "count" + value + label() + ")?;",
                            count() + " = count;",
                            OK
                        }
                        : new String[] {call + count() + value + label() + ")"});
    }
}
