package dev.proto2ffi.core.model.wire;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/**
 * The declarations of one file.
 *
 * @param path import name, such as {@code social/post.proto}
 * @param protoPackage empty where the file has none
 * @param messages all of them, nested ones and entries of maps included
 * @param enums all of them, nested ones included
 * @param span the package statement, or the start of a file that has none
 */
public record WireFile(
        String path,
        String protoPackage,
        List<WireMessage> messages,
        List<WireEnum> enums,
        List<WireService> services,
        Span span) {
    public WireFile {
        messages = List.copyOf(messages);
        enums = List.copyOf(enums);
        services = List.copyOf(services);
    }
}
