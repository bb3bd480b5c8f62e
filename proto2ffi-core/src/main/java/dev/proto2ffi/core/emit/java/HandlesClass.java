package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldType;
import javax.lang.model.element.Modifier;

/**
 * VarHandles of all that is one number or address in a struct, or an array of them: values, pointers, counts, lengths and
 * cases. In a class of its own, so that only programs that use them pay for making them.
 */
final class HandlesClass {
    private final TypeSpec.Builder handles;
    private int count;

    private HandlesClass(TypeSpec.Builder handles) {
        this.handles = handles;
    }

    static void add(Run run, StructLayout struct, TypeSpec.Builder out) {
        StructNames names = run.names().struct(struct.struct().fullName());
        TypeSpec.Builder type = TypeSpec.classBuilder(names.handles())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("VarHandles over a segment, the offset of a struct in it, and an index where the field is"
                        + " repeated. They check alignment.\n");
        HandlesClass result = new HandlesClass(type);
        struct.fields().forEach(layout -> result.addField(new FieldScope(run, struct, layout)));
        struct.oneofs()
                .forEach(oneof -> result.addHandle(
                        names.oneofs().get(oneof.oneof().name()).handle(),
                        "The case of {@code " + oneof.oneof().name() + "}",
                        member(oneof.caseMember().name())));
        if (result.count > 0) {
            out.addType(type.addMethod(MethodSpec.constructorBuilder()
                            .addModifiers(Modifier.PRIVATE)
                            .build())
                    .build());
        }
    }

    private void addField(FieldScope scope) {
        String name = "{@code " + scope.field().name() + "}";
        Member count = scope.layout().count();
        if (count != null) {
            addHandle(scope.names().sizeHandle(), "The count of " + name, member(count.name()));
        }
        CodeBlock path = path(scope);
        FieldType type = scope.isUnbounded() ? scope.type() : scope.elementType();
        boolean isArray = scope.isRepeated() && !scope.isUnbounded();
        String of = isArray ? name + ", with an index" : name;
        CodeBlock element = isArray ? CodeBlock.of("$L, $T.sequenceElement()", path, Types.PATH_ELEMENT) : path;
        if (type instanceof FieldType.Scalar || type instanceof FieldType.EnumValue) {
            addHandle(scope.names().handle(), "Of " + of, element);
        } else if (type instanceof FieldType.MessagePointer) {
            addHandle(scope.names().handle(), "The pointer of " + of, element);
        } else if (isSpan(type)) {
            addHandle(scope.names().handle(), "The pointer of " + of, CodeBlock.of("$L, $L", element, member("data")));
        }
        if (count == null && (isSpan(type) || type instanceof FieldType.BoundedBytes)) {
            addHandle(
                    scope.names().sizeHandle(), "The length of " + of, CodeBlock.of("$L, $L", element, member("size")));
        }
    }

    private static boolean isSpan(FieldType type) {
        return type instanceof FieldType.UnboundedRepeated
                || type instanceof FieldType.UnboundedString
                || type instanceof FieldType.UnboundedBytes;
    }

    private static CodeBlock path(FieldScope scope) {
        CodeBlock data = member(scope.layout().data().name());
        return scope.isInOneof()
                ? CodeBlock.of("$L, $L", member(scope.oneof().union().name()), data)
                : data;
    }

    private static CodeBlock member(String name) {
        return CodeBlock.of("$T.groupElement($S)", Types.PATH_ELEMENT, name);
    }

    private void addHandle(String name, String doc, CodeBlock path) {
        count++;
        handles.addField(FieldSpec.builder(Types.VAR_HANDLE, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(doc + ".\n")
                .initializer("LAYOUT.varHandle($L)", path)
                .build());
    }
}
