package dev.proto2ffi.core.emit.java;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.StructDef;

/**
 * What all files of a run share.
 *
 * @param schema all layouts
 * @param names all names
 * @param defaulted the structs whose defaults are more than zeroes
 */
record Run(SchemaLayout schema, JavaNames names, DefaultedStructs defaulted) {
    /** Whether classes may refer to one that is deprecated. */
    boolean hasDeprecatedTypes() {
        return schema.schema().structs().stream().anyMatch(StructDef::deprecated)
                || schema.schema().enums().stream().anyMatch(EnumDef::deprecated);
    }
}
