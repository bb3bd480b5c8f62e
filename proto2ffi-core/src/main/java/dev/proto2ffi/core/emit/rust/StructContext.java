package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.OneofDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.List;
import java.util.Objects;

/**
 * One struct, and how code in a module refers to things.
 *
 * @param module the module in which the code stands
 * @param support the support module, as seen from there
 */
record StructContext(RustNames names, StructLayout layout, List<String> module, String support) {
    /** For code in the struct's own module. */
    static StructContext of(RustNames names, StructLayout layout) {
        return in(names, layout, names.struct(layout.struct()).module());
    }

    /** For code in the module of what is nested in the struct. */
    static StructContext inside(RustNames names, StructLayout layout) {
        return in(names, layout, Objects.requireNonNull(names.nestedModule(layout.struct())));
    }

    private static StructContext in(RustNames names, StructLayout layout, List<String> module) {
        String support = new RustPath(List.of(), names.support()).seenFrom(module);
        return new StructContext(names, layout, module, support);
    }

    StructDef struct() {
        return layout.struct();
    }

    StructKinds kinds() {
        return names.kinds();
    }

    boolean packed() {
        return struct().packed();
    }

    /** Whether the struct is a plain value. */
    boolean isCopy() {
        return kinds().isCopy(struct().fullName());
    }

    /** The struct's name. */
    String name() {
        return names.struct(struct()).name();
    }

    /** The struct's name with a lifetime, if it has one. */
    String name(String lifetime) {
        return layout.flat() ? name() : name() + "<" + lifetime + ">";
    }

    /** What declares the struct's lifetime, if it has one. */
    String generics() {
        return layout.flat() ? "" : "<'a>";
    }

    String member(Member member) {
        return names.member(struct(), member);
    }

    /** A method that the field's shape has. */
    String accessor(FieldDef field, Accessor accessor) {
        return Objects.requireNonNull(names.accessor(struct(), field, accessor), field.name());
    }

    /** The field's full name as a literal, for errors. */
    String label(FieldDef field) {
        return RustLiteral.text(layout.struct().fullName() + "." + field.name());
    }

    /** The Rust type of what is stored. */
    String storage(FieldType type) {
        return storage(type, "'a");
    }

    /** The same, for memory of some lifetime. */
    String storage(FieldType type, String lifetime) {
        return type.accept(new StorageType(this, lifetime));
    }

    /** What a field without a default holds in a new struct. */
    String zero(FieldType type) {
        return type.accept(new ZeroValue(this));
    }

    String typeName(String fullName) {
        return names.type(fullName).seenFrom(module);
    }

    /** The type of a struct for memory of some lifetime. */
    String structType(String fullName, String lifetime) {
        return typeName(fullName) + (kinds().isFlat(fullName) ? "" : "<" + lifetime + ">");
    }

    /** A type that a oneof brings. */
    String oneofType(OneofDef oneof, OneofType type) {
        return names.oneofType(struct(), oneof, type).seenFrom(module);
    }
}
