package dev.proto2ffi.core.emit.java;

import dev.proto2ffi.core.layout.SchemaLayout;

/**
 * What all files of a run share.
 *
 * @param schema all layouts
 * @param names all names
 * @param defaulted the structs whose defaults are more than zeroes
 */
record Run(SchemaLayout schema, JavaNames names, DefaultedStructs defaulted) {}
