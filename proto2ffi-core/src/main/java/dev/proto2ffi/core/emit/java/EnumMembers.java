package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
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
        AccessorMethods methods =
                new AccessorMethods(scope, place, scope.names().accessor(), "value", names.type());
        CodeBlock getterDoc = FieldDocs.getter(scope, type).toBuilder()
                .add(
                        "@return {@code $L} where the schema has no name for the number; see {@link #$N($L)}\n",
                        names.unrecognized(),
                        number,
                        place.linkTypes())
                .build();
        methods.addGetters(
                out,
                getterDoc,
                CodeBlock.of("$T.forNumber($N(segment, offset$L))", names.type(), number, place.arguments()));
        CodeBlock setterDoc = FieldDocs.setter(scope, type).toBuilder()
                .add("@throws $T for {@code $L}\n", IllegalStateException.class, names.unrecognized())
                .build();
        methods.addSetters(
                out,
                setterDoc,
                CodeBlock.builder()
                        .addStatement("$N(segment, offset$L, value.number())", number, place.arguments())
                        .build());
    }
}
