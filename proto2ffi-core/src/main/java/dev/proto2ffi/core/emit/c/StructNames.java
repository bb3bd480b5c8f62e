package dev.proto2ffi.core.emit.c;

import java.util.Map;

/**
 * All names that one struct brings into a header.
 *
 * @param members C name by {@linkplain MemberNames#key key}
 * @param helpers inline functions, by field name
 * @param oneofHelpers inline functions, by oneof name
 */
record StructNames(
        TypeNames types,
        String init,
        Map<String, String> members,
        Map<String, Map<Helper, String>> helpers,
        Map<String, Map<OneofHelper, String>> oneofHelpers) {
    String type() {
        return types.type();
    }
}
