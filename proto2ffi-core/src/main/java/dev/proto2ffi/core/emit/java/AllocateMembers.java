package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/**
 * New elements of an unbounded field, all at once: a stored pointer and length has no room for more.
 *
 * <pre>{@code
 * public StructArray<Item> allocateItems(SegmentAllocator allocator, long length) {
 *     StructArray<Item> elements = Item.allocateArray(allocator, length);
 *     Spans.set(Access.base(segment), address + ITEMS_OFFSET, elements.address(), length);
 *     return elements;
 * }
 * }</pre>
 */
final class AllocateMembers {
    private AllocateMembers() {}

    static void add(FieldScope scope, TypeSpec.Builder out) {
        String struct = scope.elementType().inlineStruct();
        out.addMethod(struct == null ? ofValues(scope) : ofStructs(scope, scope.message(struct)));
    }

    private static MethodSpec ofStructs(FieldScope scope, ClassName message) {
        TypeName array = ParameterizedTypeName.get(Types.STRUCT_ARRAY, message);
        return method(scope, array, "@return the new elements, with every field at its default")
                .addStatement("$T elements = $T.allocateArray(allocator, length)", array, message)
                .addStatement(store(scope))
                .addStatement("return elements")
                .build();
    }

    private static MethodSpec ofValues(FieldScope scope) {
        return method(scope, scope.owner(), "@return this view")
                .addStatement(
                        "$T elements = $T.allocate(allocator, length, $L)",
                        Types.MEMORY_SEGMENT,
                        Types.SPANS,
                        scope.spanArguments())
                .addStatement(store(scope))
                .addStatement("return this")
                .build();
    }

    private static CodeBlock store(FieldScope scope) {
        return CodeBlock.of(
                "$T.set($T.base(segment), address + $L, elements.address(), length)",
                Types.SPANS,
                Types.ACCESS,
                scope.names().offset());
    }

    private static MethodSpec.Builder method(FieldScope scope, TypeName result, String returns) {
        return MethodSpec.methodBuilder(scope.names().helper(Helper.ALLOCATE))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Gives {@code $L} new elements, $L, in place of all that it had.

                        @param allocator owns their memory, which must live as long as this struct is used
                        @param length number of elements
                        $L
                        @throws $T if the length is negative, or the allocator gives heap memory
                        """, scope.field().name(), "zero or empty", returns, IllegalArgumentException.class)
                .returns(result)
                .addParameter(Types.SEGMENT_ALLOCATOR, "allocator")
                .addParameter(TypeName.LONG, "length");
    }
}
