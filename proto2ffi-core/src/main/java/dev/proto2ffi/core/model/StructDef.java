package dev.proto2ffi.core.model;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/**
 * A message as a struct.
 *
 * @param fullName protobuf's full name, such as {@code social.Post.Author}
 * @param path its name within the package, from the outermost message: {@code [Post, Author]}
 * @param file import name of the file that declares it
 * @param fields in declaration order, the members of oneofs included
 * @param oneofs in declaration order
 * @param structs messages nested in it, in declaration order
 * @param enums enums nested in it, in declaration order
 * @param packed no padding, alignment 1, in inner structs and unions too
 * @param align minimum alignment in bytes, a power of two; 1 where not asked for
 * @param poolSize default capacity of the struct's pools; 0 where not given
 * @param mapEntry whether it is an entry of a map: a struct of the fields {@code key} and {@code value}
 * @param span the message's name in its declaration
 */
public record StructDef(
        String fullName,
        List<String> path,
        String file,
        List<FieldDef> fields,
        List<OneofDef> oneofs,
        List<StructDef> structs,
        List<EnumDef> enums,
        MemberOrder order,
        boolean packed,
        int align,
        int poolSize,
        boolean mapEntry,
        Comments comments,
        boolean deprecated,
        Span span) {
    public StructDef {
        path = List.copyOf(path);
        fields = List.copyOf(fields);
        oneofs = List.copyOf(oneofs);
        structs = List.copyOf(structs);
        enums = List.copyOf(enums);
    }

    /** The fields of which a oneof holds at most one, in declaration order. */
    public List<FieldDef> membersOf(OneofDef oneof) {
        return fields.stream()
                .filter(field -> oneof.name().equals(field.oneof()))
                .toList();
    }

    public String name() {
        return path.get(path.size() - 1);
    }
}
