package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import java.util.ArrayList;
import java.util.List;

/**
 * What a map has beside its entries: look-up, replacement, and each key once.
 *
 * <pre>{@code
 * pub fn get_ages(&self, key: &str) -> super::p2f::Result<::core::option::Option<i32>> {
 *     let entries = super::p2f::items(&self.ages, self.ages_count, "every.Maps.ages")?;
 *     …
 * }
 * }</pre>
 */
final class MapMethods {
    private static final String SOME = "::core::option::Option::Some(";
    private static final String NONE = "::core::option::Option::None";

    private final FieldForm form;
    private final String entryType;
    private final String entryName;
    private final StructContext entry;
    private final FieldDef key;
    private final FieldDef value;

    MapMethods(FieldForm form, FieldType.MapEntry type) {
        this.form = form;
        RustNames names = form.context.names();
        this.entry = StructContext.of(names, names.kinds().layout(type.structName()));
        this.entryType = form.context.structType(type.structName(), "'a");
        this.entryName = form.context.typeName(type.structName());
        List<FieldLayout> fields = entry.layout().fields();
        this.key = fields.get(0).field();
        this.value = fields.get(1).field();
    }

    /** @param entries an expression: the entries in use, or why there are none */
    void write(RustWriter out, String entries) {
        lookup(out, entries);
        if (form.has(Accessor.PUT)) {
            put(out);
        }
        form.method(
                out,
                MemberForm.failing(
                        "The entries of " + form.declaration() + ", each key once: where other code left several of one"
                                + " key, the last counts.",
                        "As of the entries themselves."),
                form.name(Accessor.ITER) + "(&self) -> " + form.result(form.support("Entries<'_, ") + entryType + ">"),
                MemberForm.ok(form.support("Entries::new(") + entries + "?)"));
    }

    private void lookup(RustWriter out, String entries) {
        form.method(
                out,
                MemberForm.failing(
                        "The value of a key in " + form.declaration() + ", `None` where there is none.",
                        "As of the entries themselves, and of their values."),
                form.name(Accessor.LOOKUP) + "(&self, key: " + parameter(key) + ") -> "
                        + form.result("::core::option::Option<" + view() + ">"),
                "let entries = " + entries + "?;",
                "match " + form.support("find(entries, |entry| ") + isKey() + ") {",
                "    " + SOME + "entry) => " + MemberForm.ok(read()) + ",",
                "    " + NONE + " => " + MemberForm.ok(NONE) + ",",
                "}");
    }

    private String isKey() {
        if (CheckedType.of(key.type()) != null) {
            return "entry." + method(key, Accessor.GET) + "() == " + MemberForm.ok("key");
        }
        return "entry." + member(0) + (isBool(key) ? ".get() == key" : " == key");
    }

    private String view() {
        if (value.type() instanceof FieldType.MessagePointer pointer) {
            return "&" + form.context.structType(pointer.structName(), "'a");
        }
        if (value.type() instanceof FieldType.InlineMessage && !form.context.packed()) {
            return "&" + form.context.storage(value.type());
        }
        return parameter(value);
    }

    private String read() {
        if (value.type() instanceof FieldType.MessagePointer) {
            return "entry." + method(value, Accessor.GET) + "()?";
        }
        if (CheckedType.of(value.type()) != null) {
            return SOME + "entry." + method(value, Accessor.GET) + "()?)";
        }
        boolean reference = value.type() instanceof FieldType.InlineMessage && !form.context.packed();
        return SOME + (reference ? "&" : "") + "entry." + member(1) + (isBool(value) ? ".get()" : "") + ")";
    }

    private void put(RustWriter out) {
        boolean allocates = key.type().hasPointer() || value.type().hasPointer();
        List<String> body = new ArrayList<>();
        body.add("let mut entry = " + entryName + "::new();");
        body.add(assignment(key, 0, "key"));
        body.add(assignment(value, 1, "value"));
        if (form instanceof PackedSliceField packed) {
            body.addAll(List.of(packed.onCopy("put(&mut items, &mut count, entry, " + form.label() + ")?;")));
        } else {
            body.add(form.support("put(&mut ") + form.data() + ", &mut " + form.count() + ", entry, " + form.label()
                    + ")");
        }
        form.method(
                out,
                MemberForm.failing(
                        "Sets the value of a key in " + form.declaration() + ", in its place if there is one"
                                + (allocates ? "; what is not inline goes to memory of the allocator." : "."),
                        form.error("BadCount") + ", " + form.error("Full")
                                + ", and those of setting a key or value; nothing is changed then."),
                form.name(Accessor.PUT) + "(&mut self, " + (allocates ? form.allocator() + ", " : "") + "key: "
                        + parameter(key) + ", value: " + parameter(value) + ") -> " + form.result("()"),
                body.toArray(String[]::new));
    }

    private String assignment(FieldDef field, int index, String name) {
        CheckedType checked = CheckedType.of(field.type());
        if (checked != null) {
            String set = "entry." + method(field, Accessor.SET);
            return set + (checked.isOwned() ? "(allocator, " + name + ")?;" : "(" + name + ")?;");
        }
        if (field.type() instanceof FieldType.MessagePointer) {
            return "*entry." + method(field, Accessor.INIT) + "(allocator)? = " + name + ";";
        }
        return "entry." + member(index) + " = " + (isBool(field) ? form.support("Bool::new(" + name + ")") : name)
                + ";";
    }

    /** What a key or value is as parameter. */
    private String parameter(FieldDef field) {
        CheckedType checked = CheckedType.of(field.type());
        if (checked != null) {
            return checked.view();
        }
        if (field.type() instanceof FieldType.MessagePointer pointer) {
            return form.context.structType(pointer.structName(), "'a");
        }
        return isBool(field) ? "bool" : form.context.storage(field.type());
    }

    private static boolean isBool(FieldDef field) {
        return field.type() instanceof FieldType.Scalar type && type.scalar() == ScalarType.BOOL;
    }

    private String member(int index) {
        return entry.member(entry.layout().fields().get(index).data());
    }

    private String method(FieldDef field, Accessor accessor) {
        return entry.accessor(field, accessor);
    }
}
