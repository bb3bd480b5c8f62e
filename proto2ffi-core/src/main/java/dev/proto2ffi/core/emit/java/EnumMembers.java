package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;

/**
 * Accessors by constant, on top of those by number.
 *
 * <pre>{@code
 * public static PostType postType(MemorySegment segment, long offset) {
 *     return PostType.forNumber(postTypeNumber(segment, offset));
 * }
 * }</pre>
 */
final class EnumMembers {
    private EnumMembers() {}

    static void add(FieldScope scope, Place place, FieldType.EnumValue type, TypeSpec.Builder out) {
        EnumNames names = scope.enumeration(type);
        String number = scope.names().helper(Helper.NUMBER);
        StringBuilder index = new StringBuilder();
        for (ParameterSpec parameter : place.parameters()) {
            index.append(", ").append(parameter.name());
        }
        CodeBlock getterDoc = FieldDocs.getter(scope, type).toBuilder()
                .add(
                        "@return {@code $L} where the schema has no name for the number; see {@link #$N($L)}\n",
                        names.unrecognized(),
                        number,
                        Docs.linkTypes(place.parameters()))
                .build();
        new AccessorMethods(out, scope.names().accessor())
                .with(place.parameters())
                .addGetters(
                        names.type(),
                        getterDoc,
                        constant(type, names, CodeBlock.of("$N(segment, offset$L)", number, index)));
        CodeBlock setterDoc = FieldDocs.setter(scope, type).toBuilder()
                .add("@throws $T for {@code $L}\n", IllegalStateException.class, names.unrecognized())
                .build();
        new AccessorMethods(out, scope.names().accessor())
                .with(place.parameters())
                .with(names.type(), "value")
                .addSetters(
                        scope.owner(),
                        setterDoc,
                        CodeBlock.builder()
                                .addStatement("$N(segment, offset$L, value.number())", number, index)
                                .build());
    }

    /** Statements that answer the constant of a number, an int or, in storage of 8 bytes, a long. */
    static CodeBlock constant(FieldType.EnumValue type, EnumNames names, CodeBlock number) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (type.storageSize() < Long.BYTES) {
            return code.addStatement("return $T.forNumber($L)", names.type(), number)
                    .build();
        }
        return code.addStatement("long number = $L", number)
                .addStatement(
                        "return number == (int) number ? $T.forNumber((int) number) : $T.$N",
                        names.type(),
                        names.type(),
                        names.unrecognized())
                .build();
    }
}
