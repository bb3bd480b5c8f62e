package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.OneofLayout;
import java.util.List;

/**
 * A oneof: what it holds as an enum to match, and methods that set it.
 *
 * <pre>{@code
 * match post.payload() {
 *     Some(Payload::Text(text)) => …
 * }
 * }</pre>
 */
final class OneofForm extends MemberForm {
    private static final String READS =
            "// SAFETY: the case says which member was written; other bytes are zeros or any, which is valid for all of"
                    + " them.";

    private final OneofLayout layout;
    private final List<OneofMember> members;

    OneofForm(StructContext context, OneofLayout layout) {
        super(context);
        this.layout = layout;
        this.members = layout.fields().stream()
                .map(field -> new OneofMember(context, field))
                .toList();
    }

    private String caseOf(String owner) {
        return owner + "." + context.member(layout.caseMember());
    }

    private String union(String owner) {
        return owner + "." + context.member(layout.union());
    }

    private String type(OneofType type) {
        return context.oneofType(layout.oneof(), type);
    }

    private String name(Accessor accessor) {
        return context.names().accessor(context.struct(), layout.oneof(), accessor);
    }

    private String declaration() {
        return "oneof `" + layout.oneof().name() + "`";
    }

    private boolean isBorrowed() {
        return members.stream().anyMatch(OneofMember::isBorrowed);
    }

    @Override
    void accessors(RustWriter out) {
        getter(out);
        method(
                out,
                false,
                List.of("Which field " + declaration() + " holds, as stored."),
                name(Accessor.CASE) + "(&self) -> " + type(OneofType.CASE),
                type(OneofType.CASE) + "(" + caseOf("self") + ")");
        for (OneofMember member : members) {
            new OneofSetters(this, layout, member).write(out);
        }
        method(
                out,
                false,
                List.of("Makes " + declaration() + " hold nothing."),
                name(Accessor.CLEAR) + "(&mut self)",
                union("self") + " = " + type(OneofType.DATA) + "::ZERO;",
                caseOf("self") + " = 0;");
    }

    private void getter(RustWriter out) {
        out.gap();
        out.doc(RustDoc.lines(
                layout.oneof().comments().text(),
                "What " + declaration() + " holds; `None` also for a case that the schema doesn't have."));
        String value = type(OneofType.VALUE);
        out.open("pub fn " + name(Accessor.GET) + "(&self) -> ::core::option::Option<" + value
                + (isBorrowed() ? "<'_>" : "") + ">");
        out.line(READS);
        out.open("unsafe");
        out.open("match " + caseOf("self"));
        for (OneofMember member : members) {
            String variant = context.names().structNames(context.struct()).variant(member.field());
            out.line(member.field().number() + " => ::core::option::Option::Some(" + value + "::" + variant + "("
                    + member.read(member.place(union("self"))) + ")),");
        }
        out.line("_ => ::core::option::Option::None,");
        out.close();
        out.close();
        out.close();
    }

    @Override
    void equality(RustWriter out, String prefix) {
        out.line(prefix + caseOf("self") + " == " + caseOf("other"));
        out.line("    " + READS);
        out.open("    && unsafe");
        out.open("    match " + caseOf("self"));
        for (OneofMember member : members) {
            String equality = values.equality(member.type(), member.place(union("self")), member.place(union("other")));
            out.line("    " + member.field().number() + " => " + equality + ",");
        }
        out.line("    _ => true,");
        out.close("    }");
        out.close("    }");
    }

    @Override
    void show(RustWriter out) {
        out.line(READS);
        out.open("unsafe");
        out.open("match " + caseOf("self"));
        out.line("0 => {}");
        for (OneofMember member : members) {
            String shown = values.shown(member.type(), member.place(union("self")), context.label(member.field()));
            out.open(member.field().number() + " =>");
            out.line("fields.field(" + RustLiteral.text(member.field().name()) + ", " + shown + ");");
            out.close();
        }
        out.open("wild =>");
        out.line("fields.field(" + RustLiteral.text(layout.oneof().name())
                + ", &::core::format_args!(\"<case {wild}>\"));");
        out.close();
        out.close();
        out.close();
    }

    @Override
    void copy(RustWriter out) {
        out.line(union("self") + " = " + type(OneofType.DATA) + "::ZERO;");
        out.line(caseOf("self") + " = " + caseOf("source") + ";");
        out.line(READS);
        out.open("unsafe");
        out.open("match " + caseOf("source"));
        for (OneofMember member : members) {
            out.line(member.field().number() + " => "
                    + values.copied(
                            member.type(),
                            member.place(union("self")),
                            member.place(union("source")),
                            context.label(member.field()))
                    + ",");
        }
        out.line("_ => {}");
        out.close();
        out.close();
    }
}
