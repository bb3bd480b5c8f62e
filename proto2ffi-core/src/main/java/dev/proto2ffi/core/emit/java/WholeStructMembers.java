package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.FieldType;
import java.nio.charset.StandardCharsets;
import javax.lang.model.element.Modifier;

/** What is done with a struct as a whole: type, copy, clear, comparison, text. The runtime does it, by the type. */
final class WholeStructMembers {
    private final Run run;
    private final StructLayout struct;
    private final ClassName type;
    private final TypeSpec.Builder out;

    private WholeStructMembers(Run run, StructLayout struct, TypeSpec.Builder out) {
        this.run = run;
        this.struct = struct;
        this.type = run.names().struct(struct.struct().fullName()).type();
        this.out = out;
    }

    static void add(Run run, StructLayout struct, TypeSpec.Builder out) {
        WholeStructMembers members = new WholeStructMembers(run, struct, out);
        members.addType();
        members.addCopyFrom();
        members.addClear();
        members.addContentEquals();
        members.addToString();
    }

    private void addType() {
        out.addMethod(overriding("structType", ParameterizedTypeName.get(Types.STRUCT_TYPE, type))
                .addStatement("return TYPE")
                .build());
    }

    private void addCopyFrom() {
        if (!struct.flat()) {
            addDeepCopy();
            return;
        }
        out.addMethod(method("copyFrom", type)
                .addJavadoc("Copies all bytes of another struct over this one.\n\n@return this view\n")
                .addParameter(type, "source")
                .addStatement("$T.copy(source, this, SIZE)", Types.ACCESS)
                .addStatement("return this")
                .build());
    }

    private void addDeepCopy() {
        out.addMethod(method("copyFrom", type)
                .addJavadoc("""
                        Copies another struct over this one, together with all that it points to.

                        @param allocator as a rule an arena, which owns the copies and must outlive their use
                        @return this view
                        @throws $T if a stored size, count or pointer can't be one; this struct is then cleared
                        @throws $T if messages are nested more than 100 deep; this struct is then cleared
                        """, Types.CORRUPT_STRUCT, IllegalStateException.class)
                .addParameter(Types.SEGMENT_ALLOCATOR, "allocator")
                .addParameter(type, "source")
                .addStatement("$T.copy(source, this, allocator)", Types.DEEP_COPY)
                .addStatement("return this")
                .build());
    }

    private void addClear() {
        MethodSpec.Builder clear = overriding("clear", type)
                .addJavadoc("Sets every field to its default.\n\n@return this view\n")
                .addStatement("$T.zero($T.base(segment), address, SIZE)", Types.ACCESS, Types.ACCESS);
        for (FieldLayout layout : struct.fields()) {
            if (run.defaulted().mustWrite(layout.field())) {
                clear.addCode(writeDefault(new FieldScope(run, struct, layout)));
            }
        }
        out.addMethod(clear.addStatement("return this").build());
    }

    private static CodeBlock writeDefault(FieldScope scope) {
        String accessor = scope.names().accessor();
        CodeBlock.Builder code = CodeBlock.builder();
        if (scope.type() instanceof FieldType.FixedRepeated) {
            return code.beginControlFlow(
                            "for ($T element : $N())",
                            scope.message(((FieldType.InlineMessage) scope.elementType()).structName()),
                            scope.names().helper(Helper.ARRAY))
                    .addStatement("element.clear()")
                    .endControlFlow()
                    .build();
        }
        if (scope.type() instanceof FieldType.InlineMessage) {
            return code.addStatement("$N().clear()", accessor).build();
        }
        if (scope.field().defaultValue() instanceof DefaultValue.OfString text
                && scope.type().hasPointer()) {
            return literal(scope, "text", text.value());
        }
        if (scope.field().defaultValue() instanceof DefaultValue.OfBytes bytes
                && scope.type().hasPointer()) {
            return literal(scope, "bytes", new String(bytes.value(), StandardCharsets.ISO_8859_1));
        }
        String setter =
                scope.type() instanceof FieldType.EnumValue ? scope.names().helper(Helper.NUMBER) : accessor;
        Element element = Element.of(scope.type(), scope.fullName());
        return code.addStatement("$N($L)", setter, Defaults.literal(scope.field(), element))
                .build();
    }

    private static CodeBlock literal(FieldScope scope, String method, String value) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.$L($T.base(segment), address + $L, $S)",
                        Types.LITERALS,
                        method,
                        Types.ACCESS,
                        scope.names().offset(),
                        value)
                .build();
    }

    private void addContentEquals() {
        out.addMethod(method("contentEquals", TypeName.BOOLEAN)
                .addJavadoc(
                        "Whether both hold the same: padding, the bytes after a NUL and absent fields don't count.\n")
                .addParameter(type, "that")
                .addStatement("return $T.equal(this, that)", Types.CONTENTS)
                .build());
    }

    private void addToString() {
        out.addMethod(overriding("toString", Types.STRING)
                .addJavadoc("The fields in the style of protobuf's text format, cut after 4,096 characters.\n")
                .addStatement("return $T.of(this)", Types.STRUCT_TEXT)
                .build());
    }

    private static MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(result);
    }

    private static MethodSpec.Builder overriding(String name, TypeName result) {
        return method(name, result).addAnnotation(Override.class);
    }
}
