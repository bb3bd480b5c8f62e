package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The immutable form of a message on the heap.
 *
 * <pre>{@code
 * public record Snapshot(long postId, String content, List<String> tags, Payload payload) {
 *     public Snapshot {
 *         tags = List.copyOf(tags);
 *     }
 * }
 * }</pre>
 */
final class SnapshotClass {
    private final Run run;
    private final StructLayout struct;
    private final SnapshotNames names;
    private final List<SnapshotComponent> components;

    private SnapshotClass(Run run, StructLayout struct) {
        this.run = run;
        this.struct = struct;
        this.names = run.names().struct(struct.struct().fullName()).snapshot();
        this.components = SnapshotComponent.of(run, struct);
    }

    static TypeSpec of(Run run, StructLayout struct) {
        SnapshotClass result = new SnapshotClass(run, struct);
        TypeSpec.Builder out = SnapshotComponent.needBuilder(result.components)
                ? LargeSnapshot.of(result.names, result.components)
                : result.asRecord();
        out.addModifiers(Modifier.PUBLIC, Modifier.STATIC).addJavadoc(result.doc());
        result.addConstants(out);
        struct.struct().oneofs().forEach(oneof -> out.addType(OneofSnapshot.of(run, struct, oneof)));
        return out.build();
    }

    private CodeBlock doc() {
        CodeBlock.Builder doc = CodeBlock.builder()
                .add(
                        "{@link $T} on the heap: it never changes, and any thread may have it. Enums are their numbers,"
                                + " what is absent is null.\n",
                        run.names().struct(struct.struct().fullName()).type());
        if (!SnapshotComponent.needBuilder(components) && !components.isEmpty()) {
            doc.add("\n");
            components.forEach(component -> doc.add("@param $L $L\n", component.name(), component.doc()));
        }
        return doc.build();
    }

    private TypeSpec.Builder asRecord() {
        TypeSpec.Builder out = TypeSpec.recordBuilder(names.type());
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        components.forEach(component -> constructor.addParameter(component.type(), component.name()));
        out.recordConstructor(constructor.build());
        if (components.stream().anyMatch(SnapshotComponent::isCopied)) {
            MethodSpec.Builder compact = MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("Copies lists and maps.\n");
            for (SnapshotComponent component : components) {
                if (component.isCopied()) {
                    compact.addStatement("$N = $L", component.name(), component.copied(component.name()));
                }
            }
            out.addMethod(compact.build());
        }
        return out;
    }

    private void addConstants(TypeSpec.Builder out) {
        for (FieldDef field : struct.struct().fields()) {
            String name = names.constants().get(field.name());
            if (name != null && field.type() instanceof FieldType.EnumValue type) {
                SnapshotComponent component = SnapshotComponent.find(components, field);
                out.addMethod(constant(name, component.name(), component.type(), type, run.names()));
            }
        }
    }

    /** The method that answers an enum's constant for its number. */
    static MethodSpec constant(
            String name, String number, TypeName numberType, FieldType.EnumValue type, JavaNames javaNames) {
        EnumNames enumeration = javaNames.enumeration(type.definition().fullName());
        ClassName java = enumeration.type();
        String narrowed = (numberType.isPrimitive() ? "(int) " : "(int) (long) ") + number;
        CodeBlock read = type.storageSize() == Long.BYTES
                ? CodeBlock.of(
                        "$L == $L ? $T.forNumber($L) : $T.$N",
                        narrowed,
                        number,
                        java,
                        narrowed,
                        java,
                        enumeration.unrecognized())
                : CodeBlock.of("$T.forNumber($N)", java, number);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "The constant of {@link #$N()}; $N where the schema has none.\n",
                        number,
                        enumeration.unrecognized())
                .returns(java)
                .addStatement("return $L$L", numberType.isPrimitive() ? "" : number + " == null ? null : ", read)
                .build();
    }
}
