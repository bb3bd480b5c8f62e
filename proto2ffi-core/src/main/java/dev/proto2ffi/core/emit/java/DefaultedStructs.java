package dev.proto2ffi.core.emit.java;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import java.util.HashSet;
import java.util.Set;

/** The structs for which zeroed memory isn't what the schema calls default. */
final class DefaultedStructs {
    private final Set<String> names = new HashSet<>();

    /** Relies on the order of the layouts: each struct behind those that it holds. */
    static DefaultedStructs of(SchemaLayout schema) {
        DefaultedStructs result = new DefaultedStructs();
        for (StructLayout layout : schema.structs()) {
            if (layout.struct().fields().stream().anyMatch(result::mustWrite)) {
                result.names.add(layout.struct().fullName());
            }
        }
        return result;
    }

    boolean contains(String fullName) {
        return names.contains(fullName);
    }

    /**
     * Whether clearing the struct must write this field. One with a presence bit or in a oneof needs nothing: the bit is
     * clear, and the oneof holds none.
     */
    boolean mustWrite(FieldDef field) {
        if (field.presence() || field.oneof() != null) {
            return false;
        }
        FieldType type = field.type() instanceof FieldType.FixedRepeated repeated ? repeated.element() : field.type();
        return field.defaultValue() != null
                || type instanceof FieldType.InlineMessage message && contains(message.structName());
    }
}
