package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.Member;
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
}
