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
    private final CheckedType type;
    private final int capacity;

    CheckedSliceField(StructContext context, FieldLayout layout) {
        super(context, layout);
        FieldType element;
        if (field.type() instanceof FieldType.BoundedRepeated repeated) {
            element = repeated.element();
            capacity = repeated.maxCount();
        } else {
            FieldType.FixedRepeated repeated = (FieldType.FixedRepeated) field.type();
            element = repeated.element();
            capacity = repeated.count();
        }
        type = Objects.requireNonNull(CheckedType.of(element));
    }

    private boolean counted() {
        return layout.count() != null;
    }

    /** The number of elements in use, for the functions of the support module. */
    private String used(String owner) {
        return counted() ? owner + "." + context.member(countMember()) : Integer.toString(capacity);
    }

    @Override
    String equality() {
        String function = support(type.isText() ? "eq_texts(&" : "eq_items(&");
        return function + data() + ", " + used("self") + ", &" + otherData() + ", " + used("other") + ")";
    }

    @Override
    String shown() {
        String wrapper = support(type.isText() ? "TextItems(&" : "Items(&");
        return "&" + wrapper + data() + ", " + used("self") + ")";
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
                name(Accessor.SET_AT) + "(&mut self, index: usize, value: " + type.view() + ") -> " + result("()"),
                "let item = " + support("at_mut(") + items + ", index, " + label() + ")?;",
                type.isText() ? support("set_text(item, value, ") + label() + ")" : "item.put(value, " + label() + ")");
        if (counted()) {
            push(out);
            SliceField.countAndClear(this, out);
        }
    }

    private void getter(RustWriter out) {
        String views = support(type.isText() ? "Texts" : "Blobs");
        String view = views + "<'_, " + type.bound() + ">";
        String get = name(Accessor.GET) + "(&self) -> ";
        if (counted()) {
            method(
                    out,
                    failing(
                            describe("The elements of " + declaration() + "."),
                            error("BadCount") + ", if other code wrote so."),
                    get + result(view),
                    "let items = " + support("items(&") + data() + ", " + count() + ", " + label() + ")?;",
                    "::core::result::Result::Ok(" + views + "::new(items, " + label() + "))");
        } else {
            method(
                    out,
                    describe("The " + capacity + " elements of " + declaration() + "."),
                    get + view,
                    views + "::new(&" + data() + ", " + label() + ")");
        }
    }

    private void push(RustWriter out) {
        String function = support(type.isText() ? "push_text(&mut " : "push_bytes(&mut ");
        method(
                out,
                failing(
                        "Appends an element to " + declaration() + ".",
                        error("BadCount") + ", " + error("Full") + " beyond " + capacity + " elements, "
                                + type.writeErrors(context.support()) + "; nothing is appended then."),
                name(Accessor.PUSH) + "(&mut self, value: " + type.view() + ") -> " + result("()"),
                function + data() + ", &mut " + count() + ", value, " + label() + ")");
    }
}
