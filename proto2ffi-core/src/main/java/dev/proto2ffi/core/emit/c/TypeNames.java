package dev.proto2ffi.core.emit.c;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types and macros that one struct brings into a header: what its members must know of.
 *
 * @param type the struct's typedef
 * @param poolSizeMacro null where the schema gives no size
 * @param bytesTypes struct of the bytes of a field, or of one of its elements, by field name
 * @param spanTypes struct of pointer and size of an unbounded repeated or map field, by field name
 * @param unionTypes union by the name of the oneof
 * @param tags number of each oneof's field, by field name
 */
record TypeNames(
        String type,
        String sizeMacro,
        String alignMacro,
        String fingerprintMacro,
        @Nullable String poolSizeMacro,
        Map<String, String> bytesTypes,
        Map<String, String> spanTypes,
        Map<String, String> unionTypes,
        Map<String, String> tags) {}
