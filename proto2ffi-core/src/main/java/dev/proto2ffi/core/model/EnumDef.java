package dev.proto2ffi.core.model;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/**
 * An enum.
 *
 * @param fullName protobuf's full name, such as {@code social.Post.Kind}
 * @param path its name within the package, from the outermost message: {@code [Post, Kind]}
 * @param file import name of the file that declares it
 * @param values in declaration order, at least one; several may share a number where the enum allows aliases
 * @param closed whether protobuf treats unknown numbers as unknown fields (proto2); storage takes any number either way
 * @param storageSize bytes in a struct: 1, 2 or 4; signed; also the alignment
 */
public record EnumDef(
        String fullName,
        List<String> path,
        String file,
        List<EnumValueDef> values,
        boolean closed,
        int storageSize,
        Comments comments,
        boolean deprecated,
        Span span) {
    public EnumDef {
        path = List.copyOf(path);
        values = List.copyOf(values);
    }

    public String name() {
        return path.get(path.size() - 1);
    }
}
