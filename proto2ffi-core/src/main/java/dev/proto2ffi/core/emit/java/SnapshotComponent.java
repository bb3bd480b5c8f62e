package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.OneofDef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A component of a snapshot: a field, or a oneof, which stands where its first field stands.
 *
 * @param name settled
 * @param type in Java; boxed where the field can be absent
 * @param index of the field among those of the struct, or of the oneof's first
 * @param field null for a oneof
 * @param oneof null for a field
 * @param doc what it is, as Javadoc
 */
record SnapshotComponent(
        String name,
        TypeName type,
        int index,
        @Nullable FieldDef field,
        @Nullable OneofDef oneof,
        String doc) {
    /** What the JVM allows a method to take, in slots; long and double take two, {@code this} one. */
    private static final int MAX_SLOTS = 254;

    static List<SnapshotComponent> of(Run run, StructLayout struct) {
        SnapshotNames names = run.names().struct(struct.struct().fullName()).snapshot();
        SnapshotTypes types = new SnapshotTypes(run);
        List<SnapshotComponent> components = new ArrayList<>();
        Set<String> oneofs = new HashSet<>();
        for (int i = 0; i < struct.fields().size(); i++) {
            FieldLayout layout = struct.fields().get(i);
            FieldDef field = layout.field();
            if (field.oneof() == null) {
                TypeName type = field.type().accept(types);
                boolean nullable = layout.presenceBit() >= 0 || field.type() instanceof FieldType.MessagePointer;
                String doc = "{@code " + field.protoType() + " " + field.name() + "}" + (nullable ? ", or null" : "");
                String name = names.components().get(field.name());
                components.add(new SnapshotComponent(name, nullable ? type.box() : type, i, field, null, doc));
            } else if (oneofs.add(field.oneof())) {
                SnapshotNames.OneofSnapshotNames choice = names.oneofs().get(field.oneof());
                OneofDef oneof = struct.struct().oneofs().stream()
                        .filter(each -> each.name().equals(field.oneof()))
                        .findFirst()
                        .orElseThrow();
                String doc = "{@code oneof " + field.oneof() + "}, or null";
                components.add(new SnapshotComponent(choice.component(), choice.type(), i, null, oneof, doc));
            }
        }
        return components;
    }

    static SnapshotComponent find(List<SnapshotComponent> components, FieldDef field) {
        return components.stream()
                .filter(component -> field.equals(component.field()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether there are too many for a record. */
    static boolean needBuilder(List<SnapshotComponent> components) {
        return components.stream().mapToInt(SnapshotComponent::slots).sum() > MAX_SLOTS;
    }

    private int slots() {
        return type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1;
    }

    /** Whether the snapshot keeps a copy: of lists and maps. */
    boolean isCopied() {
        return type instanceof ParameterizedTypeName;
    }

    /** An unmodifiable copy of an expression of this type. */
    CodeBlock copied(String value) {
        return isMap()
                ? CodeBlock.of("$T.copyOf($L)", Types.SNAPSHOTS, value)
                : CodeBlock.of("$T.copyOf($L)", Types.LIST, value);
    }

    boolean isMap() {
        return field != null && field.type().element() instanceof FieldType.MapEntry;
    }
}
