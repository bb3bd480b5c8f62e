package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The methods of one field of a oneof that change it. */
record OneofSetters(OneofForm form, OneofLayout layout, OneofMember member) {
    private static final String BORROWS =
            "// SAFETY: the case says that this member was written, or it is all zeros," + " which is valid for it.";

    private StructContext context() {
        return member.context();
    }

    private FieldDef field() {
        return member.field();
    }

    private String caseNow() {
        return "self." + context().member(layout.caseMember());
    }

    private String union() {
        return "self." + context().member(layout.union());
    }

    private String name(Accessor accessor) {
        return context().accessor(field(), accessor);
    }

    private boolean has(Accessor accessor) {
        return context().names().accessor(context().struct(), field(), accessor) != null;
    }

    private String declaration() {
        return FieldForm.declaration(field());
    }

    void write(RustWriter out) {
        if (member.checked() != null) {
            checked(out, Objects.requireNonNull(member.checked()));
        } else if (has(Accessor.SET)) {
            plain(out);
        }
        if (has(Accessor.GET_MUT)) {
            messages(out);
        }
    }

    /** What makes the union hold this field, whose bytes are all zero then if it didn't before. */
    private List<String> enter() {
        String number = Integer.toString(field().number());
        return List.of(
                "if " + caseNow() + " != " + number + " {",
                "    " + union() + " = " + context().oneofType(layout.oneof(), OneofType.DATA) + "::ZERO;",
                "    " + caseNow() + " = " + number + ";",
                "}");
    }

    private void method(RustWriter out, List<String> doc, String signature, List<String> before, String... after) {
        List<String> body = new ArrayList<>(before);
        body.addAll(enter());
        body.addAll(List.of(after));
        MemberForm.method(out, field().deprecated(), doc, signature, body.toArray(String[]::new));
    }

    private List<String> describe(String sentence) {
        return RustDoc.lines(
                field().comments().text(),
                sentence + ", which oneof `" + layout.oneof().name() + "` holds then.");
    }

    private void plain(RustWriter out) {
        String type = member.isBool() ? "bool" : context().storage(field().type());
        String value = member.isBool() ? form.support("Bool::new(value)") : "value";
        method(
                out,
                describe("Sets " + declaration()),
                name(Accessor.SET) + "(&mut self, value: " + type + ")",
                List.of(),
                union() + "." + member.name() + " = "
                        + (member.isWrapped() ? "::core::mem::ManuallyDrop::new(value);" : value + ";"));
    }

    private void checked(RustWriter out, CheckedType type) {
        String label = context().label(field());
        String place = union() + "." + member.name();
        String storage = context().storage(field().type());
        String parameters = (type.isOwned() ? form.allocator() + ", " : "") + "value: " + type.view();
        String signature = name(Accessor.SET) + "(&mut self, " + parameters + ") -> " + form.result("()");
        List<String> doc = MemberForm.failing(
                describe("Sets " + declaration()),
                type.writeErrors(context().support()) + "; nothing is changed then.");
        if (type.isOwned()) {
            method(
                    out,
                    doc,
                    signature,
                    List.of("let value: " + storage + " = " + form.support("Owned::store(allocator, value)?;")),
                    place + " = value;",
                    MemberForm.OK);
        } else {
            method(
                    out,
                    doc,
                    signature,
                    List.of(form.support("fits::<") + storage + ">(value, " + label + ")?;"),
                    BORROWS,
                    form.support("write(unsafe { &mut ") + place + " }, value, " + label + ")");
        }
    }

    private void messages(RustWriter out) {
        boolean pointer = field().type() instanceof FieldType.MessagePointer;
        String struct = Objects.requireNonNull(field().type().reachedStruct());
        String type = context().structType(struct, "'a");
        String fresh = context().typeName(struct) + "::new()";
        String place = union() + "." + member.name();
        String mutable = "unsafe { &mut " + member.place(union()) + " }";
        List<String> init = describe("Makes " + declaration() + " a new message with its defaults");
        if (pointer) {
            method(
                    out,
                    MemberForm.failing(init, form.error("OutOfMemory") + "; nothing is changed then."),
                    name(Accessor.INIT) + "(&mut self, " + form.allocator() + ") -> " + form.result("&mut " + type),
                    List.of("let mut made = " + form.support("Ptr::new();"), "made.init(allocator, " + fresh + ")?;"),
                    place + " = made;",
                    BORROWS,
                    mutable + ".required_mut(" + context().label(field()) + ")");
        } else {
            method(
                    out,
                    init,
                    name(Accessor.INIT) + "(&mut self) -> &mut " + type,
                    List.of(),
                    place + " = "
                            + (member.isWrapped() ? "::core::mem::ManuallyDrop::new(" + fresh + ");" : fresh + ";"),
                    BORROWS,
                    mutable);
        }
        String option = "::core::option::Option<&mut " + type + ">";
        String some = "::core::option::Option::Some(";
        MemberForm.method(
                out,
                field().deprecated(),
                List.of(declaration() + " for editing, `None` where the oneof doesn't hold it."),
                name(Accessor.GET_MUT) + "(&mut self) -> "
                        + (pointer ? "::core::option::Option<" + form.result("&mut " + type) + ">" : option),
                "if " + caseNow() + " == " + field().number() + " {",
                "    " + BORROWS,
                "    " + some
                        + (pointer ? mutable + ".required_mut(" + context().label(field()) + ")" : mutable) + ")",
                "} else {",
                "    ::core::option::Option::None",
                "}");
    }
}
