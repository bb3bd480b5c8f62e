package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.RpcDef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What Rust's type system has to know of each struct: whether it points to memory, and whether it can be copied. */
final class StructKinds {
    private final Map<String, StructLayout> layouts = new HashMap<>();
    private final Set<String> copied = new HashSet<>();
    private final Set<String> streamed = new HashSet<>();

    StructKinds(SchemaLayout layout) {
        // Each struct stands behind those that it holds.
        for (StructLayout struct : layout.structs()) {
            layouts.put(struct.struct().fullName(), struct);
            if (struct.flat() && struct.struct().fields().stream().noneMatch(this::isAtomic)) {
                copied.add(struct.struct().fullName());
            }
        }
        layout.services().stream()
                .flatMap(service -> service.service().rpcs().stream())
                .filter(RpcDef::serverStreaming)
                .map(RpcDef::response)
                .filter(Objects::nonNull)
                .forEach(streamed::add);
    }

    private boolean isAtomic(FieldDef field) {
        String held = field.type().inlineStruct();
        return field.atomic() || (held != null && !copied.contains(held));
    }

    StructLayout layout(String fullName) {
        StructLayout layout = layouts.get(fullName);
        if (layout == null) {
            throw new IllegalArgumentException("no layout of " + fullName);
        }
        return layout;
    }

    /** Whether it points to nothing: otherwise its type has a lifetime, that of what it points to. */
    boolean isFlat(String fullName) {
        return layout(fullName).flat();
    }

    /** Whether it is flat, and nothing in it is atomic: then its type is {@code Copy} and the support module's {@code Flat}. */
    boolean isCopy(String fullName) {
        return copied.contains(fullName);
    }

    /** Whether it is an item of a stream: then its type is the support module's {@code Item}. */
    boolean isStreamed(String fullName) {
        return streamed.contains(fullName);
    }

    /** Whether its storage is or holds a struct that is no {@code Copy}. */
    boolean holdsMoved(FieldType type) {
        String held = type.inlineStruct();
        return held != null && !isCopy(held);
    }

    /** Whether a copy of its storage is a copy of the value: it points to nothing, and nothing in it is atomic. */
    boolean isPlain(FieldType type) {
        return !type.hasPointer() && !holdsMoved(type);
    }

    /** Whether its storage has a lifetime. */
    boolean hasLifetime(FieldType type) {
        String held = type.inlineStruct();
        return type.hasPointer() || (held != null && !isFlat(held));
    }
}
