package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The structs and enums that the requested files declare or use, directly or through others; by full name. */
record UsedTypes(Set<String> structs, Set<String> enums) {
    static UsedTypes of(SchemaLayout layout) {
        Schema schema = layout.schema();
        Set<String> structs = new HashSet<>();
        Set<String> enums = new HashSet<>();
        Deque<String> pending = new ArrayDeque<>();
        for (StructLayout struct : layout.structs()) {
            if (schema.file(struct.struct().file()).requested()) {
                pending.add(struct.struct().fullName());
            }
        }
        layout.services()
                .forEach(service -> service.structs()
                        .forEach(struct -> pending.add(struct.struct().fullName())));
        while (!pending.isEmpty()) {
            String name = pending.removeLast();
            if (!structs.add(name)) {
                continue;
            }
            for (FieldDef field : schema.struct(name).fields()) {
                String reached = field.type().reachedStruct();
                if (reached != null) {
                    pending.add(reached);
                }
                FieldType element = field.type().element();
                if ((element == null ? field.type() : element) instanceof FieldType.EnumValue value) {
                    enums.add(value.definition().fullName());
                }
            }
        }
        return new UsedTypes(structs, enums);
    }
}
