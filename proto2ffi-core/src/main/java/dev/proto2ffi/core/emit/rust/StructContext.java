package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import java.util.List;
import java.util.Objects;

/**
 * One struct in its module, and how code there refers to things.
 *
 * @param module the module in which the struct stands
 * @param support the support module, as seen from there
 */
record StructContext(RustNames names, StructLayout layout, List<String> module, String support) {
    static StructContext of(RustNames names, StructLayout layout) {
        List<String> module = names.struct(layout.struct()).module();
        String support = new RustPath(List.of(), names.support()).seenFrom(module);
        return new StructContext(names, layout, module, support);
    }

    /** The struct's name. */
    String name() {
        return names.struct(layout.struct()).name();
    }

    String member(Member member) {
        return names.member(layout.struct(), member);
    }

    /** A method that the field's shape has. */
    String accessor(FieldDef field, Accessor accessor) {
        return Objects.requireNonNull(names.accessor(layout.struct(), field, accessor), field.name());
    }

    /** The field's full name as a literal, for errors. */
    String label(FieldDef field) {
        return RustLiteral.text(layout.struct().fullName() + "." + field.name());
    }

    /** The Rust type of what is stored. */
    String storage(FieldType type) {
        return type.accept(new StorageType(this));
    }

    /** What a field without a default holds in a new struct. */
    String zero(FieldType type) {
        return type.accept(new ZeroValue(this));
    }

    String typeName(String fullName) {
        return names.type(fullName).seenFrom(module);
    }
}
