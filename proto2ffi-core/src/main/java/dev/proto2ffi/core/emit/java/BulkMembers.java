package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
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
    private final FieldScope scope;
    private final JavaScalar scalar;
    private final ClassName arrays;
    /** Further arguments of the runtime, where storage has another width than Java's type. */
    private final CodeBlock width;

    private BulkMembers(FieldScope scope, FieldType.Scalar type) {
        this.scope = scope;
        this.scalar = JavaScalar.of(type);
        boolean isInteger =
                type.scalar().kind() == ScalarType.Kind.SIGNED || type.scalar().kind() == ScalarType.Kind.UNSIGNED;
        boolean isNarrow = isInteger && IntegerStorage.of(type).isNarrow();
        this.arrays = isNarrow ? Types.NARROW_ARRAYS : Types.SCALAR_ARRAYS;
        this.width = isNarrow
                ? CodeBlock.of(
                        ", $L, $L", type.storageSize(), IntegerStorage.of(type).isSigned())
                : CodeBlock.of("");
    }

    static void add(FieldScope scope, FieldType.Scalar type, TypeSpec.Builder out) {
        BulkMembers members = new BulkMembers(scope, type);
        out.addMethod(members.getter());
        out.addMethod(members.setter());
    }

    private MethodSpec getter() {
        String count = scope.names().helper(Helper.COUNT);
        CodeBlock source = CodeBlock.of(
                "$T.base(segment), address + $L", Types.ACCESS, scope.names().offset());
        return MethodSpec.methodBuilder(scope.names().helper(Helper.TO_ARRAY))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "A copy of the elements of {@code $L}.\n", scope.field().name())
                .returns(ArrayTypeName.of(scalar.type()))
                .addStatement(
                        "return $T.$N($L, $L$L)",
                        arrays,
                        scalar.arrayMethod(),
                        scope.isUnbounded()
                                ? CodeBlock.of("$T.memory(), $T.data($L)", Types.POINTERS, Types.SPANS, source)
                                : source,
                        scope.isUnbounded()
                                ? CodeBlock.of("$T.toInt($N(), $S)", Types.SPANS, count, scope.fullName())
                                : CodeBlock.of("$N()", count),
                        width)
                .build();
    }

    private MethodSpec setter() {
        MethodSpec.Builder setter = MethodSpec.methodBuilder(scope.names().accessor())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(setterDoc())
                .returns(scope.owner());
        if (scope.isUnbounded()) {
            setter.addParameter(Types.SEGMENT_ALLOCATOR, "allocator");
        }
        setter.addParameter(ArrayTypeName.of(scalar.type()), "values");
        String offset = "address + " + scope.names().offset();
        if (scope.isUnbounded()) {
            setter.addStatement(
                            "$T elements = $T.allocate(allocator, values.length, $L)",
                            Types.MEMORY_SEGMENT,
                            Types.SPANS,
                            scope.spanArguments())
                    .addStatement(copyTo("elements", "0"))
                    .addStatement(
                            "$T.set($T.base(segment), $L, elements.address(), values.length)",
                            Types.SPANS,
                            Types.ACCESS,
                            offset);
        } else {
            setter.addStatement("$T $L = $T.base(segment)", Types.MEMORY_SEGMENT, Extras.BASE, Types.ACCESS);
            addInline(setter, offset);
        }
        return setter.addStatement("return this").build();
    }

    private void addInline(MethodSpec.Builder setter, String offset) {
        if (scope.type() instanceof FieldType.FixedRepeated) {
            setter.addStatement(
                            "$T.checkExact(values.length, $L, $S)", Types.COUNTS, scope.capacity(), scope.fullName())
                    .addStatement(copyTo(Extras.BASE, offset));
            return;
        }
        setter.addStatement(
                        "int count = $T.checkFits(values.length, $L, $S)",
                        Types.COUNTS,
                        scope.capacity(),
                        scope.fullName())
                .addStatement(copyTo(Extras.BASE, offset))
                .addStatement(
                        "$T.set($L, address + $L, count)",
                        Types.COUNTS,
                        Extras.BASE,
                        scope.names().countOffset());
    }

    private CodeBlock copyTo(String segment, String offset) {
        CodeBlock checks = width.isEmpty() ? width : CodeBlock.of("$L, $S", width, scope.fullName());
        return CodeBlock.of("$T.set($L, $L, values$L)", arrays, segment, offset, checks);
    }

    private CodeBlock setterDoc() {
        CodeBlock.Builder doc = CodeBlock.builder()
                .add(
                        "Sets all elements of {@code $L}$L.\n\n@return this view\n",
                        scope.field().name(),
                        scope.type() instanceof FieldType.FixedRepeated ? "" : " and their number");
        if (scope.type() instanceof FieldType.BoundedRepeated) {
            doc.add("@throws $T if there are more than $L values\n", Types.FIELD_OVERFLOW, scope.capacity());
        } else if (scope.type() instanceof FieldType.FixedRepeated) {
            doc.add("@throws $T unless there are $L values\n", IllegalArgumentException.class, scope.capacity());
        }
        return doc.add(FieldDocs.writeErrors(scope.elementType())).build();
    }
}
