package dev.proto2ffi.core.emit.c;

import java.util.Map;

/**
 * All names that one struct brings into a header.
 *
 * @param members C name by {@linkplain dev.proto2ffi.core.layout.Member#name() name in the layout}
 * @param bytesTypes struct of each bounded bytes field, by field name
 * @param helpers inline functions, by field name
 */
record StructNames(
        String type,
        String sizeMacro,
        String alignMacro,
        String fingerprintMacro,
        String init,
        Map<String, String> members,
        Map<String, String> bytesTypes,
        Map<String, Map<Helper, String>> helpers) {}
