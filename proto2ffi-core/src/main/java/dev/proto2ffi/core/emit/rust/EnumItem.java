package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.EnumValueDef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An enum: an integer with named constants, since memory may hold any number. */
record EnumItem(RustNames names, EnumDef definition) {
    static void write(RustWriter out, RustNames names, EnumDef definition) {
        EnumItem item = new EnumItem(names, definition);
        item.declaration(out);
        item.constants(out);
        item.traits(out);
    }

    private RustPath path() {
        return names.enumeration(definition);
    }

    private String storage() {
        return "i" + definition.storageSize() * 8;
    }

    private void declaration(RustWriter out) {
        out.gap();
        out.doc(RustDoc.lines(
                definition.comments().text(),
                "Enum `" + definition.fullName() + "`. Numbers without a name are valid, too."));
        if (definition.deprecated()) {
            out.line("#[deprecated]");
        }
        out.line("#[repr(transparent)]");
        out.line("#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]");
        out.line("pub struct " + path().name() + "(");
        out.line("    /// The number.");
        out.line("    pub " + storage() + ",");
        out.line(");");
    }

    private void constants(RustWriter out) {
        out.gap();
        out.open("impl " + path().name());
        for (EnumValueDef value : definition.values()) {
            out.doc(RustDoc.lines(value.comments().text(), "`" + value.name() + " = " + value.number() + "`"));
            if (value.deprecated()) {
                out.line("#[deprecated]");
            }
            out.line("pub const " + names.constant(definition, value) + ": Self = Self(" + value.number() + ");");
        }
        out.gap();
        out.doc("The constant's name in the schema, the first where several share the number.");
        out.open("pub const fn name(self) -> ::core::option::Option<&'static str>");
        out.open("match self.0");
        Set<Integer> seen = new HashSet<>();
        for (EnumValueDef value : definition.values()) {
            if (seen.add(value.number())) {
                String name = RustLiteral.text(value.name());
                out.line(value.number() + " => ::core::option::Option::Some(" + name + "),");
            }
        }
        if (seen.size() < 1L << (definition.storageSize() * 8)) {
            out.line("_ => ::core::option::Option::None,");
        }
        out.close();
        out.close();
        out.close();
    }

    private void traits(RustWriter out) {
        String name = path().name();
        out.gap();
        out.doc("The first constant, as in protobuf.");
        out.open("impl ::core::default::Default for " + name);
        out.open("fn default() -> Self");
        out.line("Self::" + names.constant(definition, definition.values().get(0)));
        out.close();
        out.close();
        out.gap();
        out.open("impl ::core::fmt::Debug for " + name);
        out.open("fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result");
        out.open("match self.name()");
        out.line("::core::option::Option::Some(name) => f.write_str(name),");
        out.line("::core::option::Option::None => ::core::write!(f, \"" + name + "({})\", self.0),");
        out.close();
        out.close();
        out.close();
        out.gap();
        out.line("impl " + new RustPath(List.of(names.support()), "Foreign").seenFrom(path().module()) + " for " + name
                + " {}");
        out.gap();
        out.line("// SAFETY: `repr(transparent)` over an integer; any bytes are valid.");
        out.line("unsafe impl " + new RustPath(List.of(names.support()), "Flat").seenFrom(path().module()) + " for "
                + name + " {}");
    }
}
