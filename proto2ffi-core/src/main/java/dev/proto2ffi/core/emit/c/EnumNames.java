package dev.proto2ffi.core.emit.c;

import java.util.Map;

/**
 * All names that one enum brings into a header.
 *
 * @param constants C name by name in the schema
 */
record EnumNames(String type, Map<String, String> constants) {}
