package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldType;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * VarHandles of the fields that hold one number each or an array of them, in a class of its own, so that only programs
 * that use them pay for making them.
 */
final class HandlesClass {
    private HandlesClass() {}

    static void add(Run run, StructLayout struct, TypeSpec.Builder out) {
        List<FieldSpec> handles = struct.fields().stream()
                .map(layout -> new FieldScope(run, struct, layout))
                .filter(scope -> isNumber(scope.elementType()))
                .map(HandlesClass::handle)
                .toList();
        if (handles.isEmpty()) {
            return;
        }
        out.addType(TypeSpec.classBuilder(
                        run.names().struct(struct.struct().fullName()).handles())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("VarHandles over a segment, the offset of a struct in it, and an index where the field is"
                        + " repeated. They check alignment.\n")
                .addFields(handles)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build());
    }

    private static boolean isNumber(FieldType type) {
        return type instanceof FieldType.Scalar || type instanceof FieldType.EnumValue;
    }

    private static FieldSpec handle(FieldScope scope) {
        boolean isRepeated = scope.isRepeated();
        CodeBlock path = CodeBlock.of(
                "$T.groupElement($S)", Types.PATH_ELEMENT, scope.layout().data().name());
        if (isRepeated) {
            path = CodeBlock.of("$L, $T.sequenceElement()", path, Types.PATH_ELEMENT);
        }
        return FieldSpec.builder(
                        Types.VAR_HANDLE, scope.names().handle(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Of {@code $L}$L.\n", scope.field().name(), isRepeated ? ", with an index" : "")
                .initializer("LAYOUT.varHandle($L)", path)
                .build();
    }
}
