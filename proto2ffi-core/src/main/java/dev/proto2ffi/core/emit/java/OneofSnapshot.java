package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.OneofDef;
import javax.lang.model.element.Modifier;

/**
 * A oneof in a snapshot: {@code sealed interface Payload} with a record for each field, such as
 * {@code record Text(String value) implements Payload}.
 */
final class OneofSnapshot {
    private OneofSnapshot() {}

    static TypeSpec of(Run run, StructLayout struct, OneofDef oneof) {
        SnapshotNames.OneofSnapshotNames names = run.names()
                .struct(struct.struct().fullName())
                .snapshot()
                .oneofs()
                .get(oneof.name());
        TypeSpec.Builder out = TypeSpec.interfaceBuilder(names.type())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.SEALED)
                .addJavadoc(
                        Docs.commented(oneof.comments(), "The field that {@code oneof " + oneof.name() + "} holds."));
        for (FieldDef field : struct.struct().membersOf(oneof)) {
            ClassName member = names.members().get(field.name());
            out.addType(member(field, member, names.type(), run));
        }
        return out.build();
    }

    private static TypeSpec member(FieldDef field, ClassName name, ClassName choice, Run run) {
        TypeName type = field.type().accept(new SnapshotTypes(run));
        boolean isEnum = field.type() instanceof FieldType.EnumValue;
        TypeSpec.Builder out = TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addSuperinterface(choice)
                .addJavadoc("{@code $L $L}.\n", field.protoType(), field.name())
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(type, isEnum ? "number" : "value")
                        .build());
        if (field.type() instanceof FieldType.EnumValue enumeration) {
            out.addMethod(SnapshotClass.constant("value", "number", type, enumeration, run.names()));
        }
        return out.build();
    }
}
