package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.emit.c.CNames;
import dev.proto2ffi.core.emit.java.JavaMembers;
import dev.proto2ffi.core.emit.report.TargetNames;
import dev.proto2ffi.core.emit.rust.RustNames;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.StructDef;
import org.jspecify.annotations.Nullable;

/** Asks the emitters for the names that they will use. */
final class SettledNames implements TargetNames {
    private final SchemaLayout layout;
    private final CNames c;
    private final RustNames rust;

    /** Settled when asked for: tables and JSON do without, and start faster so. */
    private @Nullable JavaMembers java;

    SettledNames(SchemaLayout layout) {
        this.layout = layout;
        this.c = CNames.of(layout);
        this.rust = RustNames.of(layout);
    }

    @Override
    public String cStruct(StructDef struct) {
        return c.type(struct);
    }

    @Override
    public String cMember(StructDef struct, Member member) {
        return c.path(struct, member);
    }

    @Override
    public String cType(StructDef struct, Member member) {
        return c.memberType(struct, member);
    }

    @Override
    public String rustStruct(StructDef struct) {
        return rust.struct(struct).toString();
    }

    @Override
    public String rustMember(StructDef struct, Member member) {
        String name = rust.member(struct, member);
        FieldDef field = member.field();
        if (field == null || field.oneof() == null) {
            return name;
        }
        for (OneofLayout oneof : layout.struct(struct.fullName()).oneofs()) {
            if (oneof.oneof().name().equals(field.oneof())) {
                return rust.member(struct, oneof.union()) + "." + name;
            }
        }
        throw new IllegalArgumentException(struct.fullName() + " has no oneof " + field.oneof());
    }

    @Override
    public String rustType(StructDef struct, Member member) {
        return rust.memberType(struct, member);
    }

    @Override
    public String javaStruct(StructDef struct) {
        return java().struct(struct);
    }

    @Override
    public String javaGetter(StructDef struct, Member member) {
        return java().getter(struct, member);
    }

    @Override
    public String javaHas(FieldDef field) {
        return java().has(field);
    }

    private synchronized JavaMembers java() {
        if (java == null) {
            java = JavaMembers.of(layout);
        }
        return java;
    }
}
