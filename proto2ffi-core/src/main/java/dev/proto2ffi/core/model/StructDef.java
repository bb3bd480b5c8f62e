package dev.proto2ffi.core.model;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/**
 * A message as a struct.
 *
 * @param fullName protobuf's full name, such as {@code social.Post.Author}
 * @param path its name within the package, from the outermost message: {@code [Post, Author]}
 * @param file import name of the file that declares it
 * @param fields in declaration order
 * @param structs messages nested in it, in declaration order
 * @param enums enums nested in it, in declaration order
 * @param span the message's name in its declaration
 */
public record StructDef(
        String fullName,
        List<String> path,
        String file,
        List<FieldDef> fields,
        List<StructDef> structs,
        List<EnumDef> enums,
        MemberOrder order,
        Comments comments,
        boolean deprecated,
        Span span) {
    public StructDef {
        path = List.copyOf(path);
        fields = List.copyOf(fields);
        structs = List.copyOf(structs);
        enums = List.copyOf(enums);
    }

    public String name() {
        return path.get(path.size() - 1);
    }
}
