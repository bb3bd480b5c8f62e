package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;
import javax.lang.model.element.Modifier;

/**
 * Numbers in bulk, from and to Java arrays.
 *
 * <pre>{@code
 * public int[] scoresToArray() {
 *     return ScalarArrays.ints(Access.base(segment), address + SCORES_OFFSET, scoresCount());
 * }
 * }</pre>
 */
final class BulkMembers {
    private BulkMembers() {}

    static void add(FieldScope scope, FieldType.Scalar type, TypeSpec.Builder out) {
        JavaScalar scalar = JavaScalar.of(type.scalar());
        TypeName array = ArrayTypeName.of(scalar.type());
        out.addMethod(MethodSpec.methodBuilder(scope.names().helper(Helper.TO_ARRAY))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "A copy of the elements of {@code $L}.\n", scope.field().name())
                .returns(array)
                .addStatement(
                        "return $T.$N($T.base(segment), address + $L, $N())",
                        Types.SCALAR_ARRAYS,
                        scalar.arrayMethod(),
                        Types.ACCESS,
                        scope.names().offset(),
                        scope.names().helper(Helper.COUNT))
                .build());
        MethodSpec.Builder setter =
                Extras.method(scope.names().accessor(), new Place.Singular(scope), scope.owner(), setterDoc(scope));
        setter.addParameter(array, "values");
        if (scope.type() instanceof FieldType.BoundedRepeated) {
            setter.addStatement(
                            "int count = $T.checkFits(values.length, $L, $S)",
                            Types.COUNTS,
                            scope.capacity(),
                            scope.fullName())
                    .addStatement(copyIn(scope))
                    .addStatement(
                            "$T.set($L, address + $L, count)",
                            Types.COUNTS,
                            Extras.BASE,
                            scope.names().countOffset());
        } else {
            setter.addStatement(
                            "$T.checkExact(values.length, $L, $S)", Types.COUNTS, scope.capacity(), scope.fullName())
                    .addStatement(copyIn(scope));
        }
        out.addMethod(setter.addStatement("return this").build());
    }

    private static CodeBlock copyIn(FieldScope scope) {
        return CodeBlock.of(
                "$T.set($L, address + $L, values)",
                Types.SCALAR_ARRAYS,
                Extras.BASE,
                scope.names().offset());
    }

    private static CodeBlock setterDoc(FieldScope scope) {
        boolean isBounded = scope.type() instanceof FieldType.BoundedRepeated;
        return CodeBlock.of(
                "Sets all elements of {@code $L}$L.\n\n@return this view\n@throws $T $L $L values\n",
                scope.field().name(),
                isBounded ? " and their number" : "",
                isBounded ? Types.FIELD_OVERFLOW : IllegalArgumentException.class,
                isBounded ? "if there are more than" : "unless there are",
                scope.capacity());
    }
}
