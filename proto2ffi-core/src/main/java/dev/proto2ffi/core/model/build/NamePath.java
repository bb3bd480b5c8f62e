package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of types within their package, from the outermost message. */
final class NamePath {
    private NamePath() {}

    static List<String> of(Descriptor message) {
        return append(message.getContainingType(), message.getName());
    }

    static List<String> of(EnumDescriptor definition) {
        return append(definition.getContainingType(), definition.getName());
    }

    private static List<String> append(@Nullable Descriptor parent, String name) {
        List<String> path = new ArrayList<>(parent == null ? List.of() : of(parent));
        path.add(name);
        return path;
    }
}
