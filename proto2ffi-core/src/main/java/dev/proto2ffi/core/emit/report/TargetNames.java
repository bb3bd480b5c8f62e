package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.StructDef;

/** What structs and their members are called in the generated code. */
public interface TargetNames {
    /** The typedef in C, such as {@code social_Post}. */
    String cStruct(StructDef struct);

    /** How C reaches a member from its struct, such as {@code payload.text} for a member of a oneof's union. */
    String cMember(StructDef struct, Member member);

    /** The member's type in C, with its dimensions, such as {@code char[32]}. */
    String cType(StructDef struct, Member member);

    /** The path from the root of the Rust output, such as {@code social::Post}. */
    String rustStruct(StructDef struct);

    /** The same in Rust. */
    String rustMember(StructDef struct, Member member);

    /** The member's type in Rust, as code in the struct's module writes it, such as {@code [u8; 32]}. */
    String rustType(StructDef struct, Member member);

    /** The class with its package, such as {@code social.ffi.Post}. */
    String javaStruct(StructDef struct);

    /** The method that reads the member, such as {@code int tags(int index)}; empty for members that have none. */
    String javaGetter(StructDef struct, Member member);

    /** The method that tells whether a field with a presence bit is present, such as {@code boolean hasNick()}. */
    String javaHas(FieldDef field);
}
