package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;
import javax.lang.model.element.Modifier;

/**
 * What an array has beside the accessors of its elements: count, clear, segment, and a list or array of messages.
 *
 * <pre>{@code
 * public static int tagsCount(MemorySegment segment, long offset) {
 *     return Counts.get(segment, offset + TAGS_COUNT_OFFSET, 16, "social.Post.tags");
 * }
 * }</pre>
 */
final class RepeatedMembers {
    private final FieldScope scope;
    private final TypeSpec.Builder out;
    private final String count;

    private RepeatedMembers(FieldScope scope, TypeSpec.Builder out) {
        this.scope = scope;
        this.out = out;
        this.count = scope.names().helper(Helper.COUNT);
    }

    static void add(FieldScope scope, TypeSpec.Builder out) {
        RepeatedMembers members = new RepeatedMembers(scope, out);
        members.addCount();
        if (scope.type() instanceof FieldType.BoundedRepeated) {
            members.addClear();
            AppendMembers.add(scope, out);
        }
        members.addSegment();
        FieldType element = scope.elementType();
        if (element instanceof FieldType.Scalar scalar) {
            BulkMembers.add(scope, scalar, out);
        } else {
            members.addList(element);
        }
        if (element instanceof FieldType.InlineMessage message) {
            members.addArray(message);
        }
    }

    private void addCount() {
        boolean isStored = scope.type() instanceof FieldType.BoundedRepeated;
        out.addMethod(method(count)
                .addJavadoc(
                        "The number of elements in {@code $L}$L.\n",
                        scope.field().name(),
                        limit())
                .returns(TypeName.INT)
                .addStatement("return $N($T.base(segment), address)", count, Types.ACCESS)
                .build());
        MethodSpec.Builder overMemory = method(count)
                .addModifiers(Modifier.STATIC)
                .addJavadoc("{@link #$N()} of the struct at an offset of a native segment.\n", count)
                .returns(TypeName.INT)
                .addParameter(Types.MEMORY_SEGMENT, "segment")
                .addParameter(TypeName.LONG, "offset");
        if (isStored) {
            overMemory.addStatement(
                    "return $T.get(segment, offset + $L, $L, $S)",
                    Types.COUNTS,
                    scope.names().countOffset(),
                    scope.capacity(),
                    scope.fullName());
        } else {
            overMemory.addStatement("return $L", scope.capacity());
        }
        out.addMethod(overMemory.build());
    }

    private CodeBlock limit() {
        return scope.type() instanceof FieldType.BoundedRepeated
                ? CodeBlock.of(
                        ", at most $L.\n\n@throws $T if the stored count is beyond that",
                        scope.capacity(),
                        Types.CORRUPT_STRUCT)
                : CodeBlock.of(", always $L", scope.capacity());
    }

    private void addClear() {
        out.addMethod(method(scope.names().helper(Helper.CLEAR))
                .addJavadoc(
                        "Removes all elements of {@code $L}.\n\n@return this view\n",
                        scope.field().name())
                .returns(scope.owner())
                .addStatement(
                        "$T.set($T.base(segment), address + $L, 0)",
                        Types.COUNTS,
                        Types.ACCESS,
                        scope.names().countOffset())
                .addStatement("return this")
                .build());
    }

    private void addSegment() {
        out.addMethod(method(scope.names().helper(Helper.SEGMENT))
                .addJavadoc(
                        "The memory of the elements of {@code $L}, in place.\n",
                        scope.field().name())
                .returns(Types.MEMORY_SEGMENT)
                .addStatement(
                        "return $T.base(segment).asSlice(address + $L, $LL * $N())",
                        Types.ACCESS,
                        scope.names().offset(),
                        scope.layout().stride(),
                        count)
                .build());
    }

    private void addList(FieldType element) {
        TypeName type = ElementTypes.of(scope, element);
        out.addMethod(method(scope.names().helper(Helper.LIST))
                .addJavadoc(
                        "The elements of {@code $L} as an unmodifiable list that shows later changes.\n",
                        scope.field().name())
                .returns(ParameterizedTypeName.get(Types.LIST, type))
                .addStatement(
                        "return new $T<>(this::$N, this::$N)",
                        Types.FIELD_LIST,
                        count,
                        scope.names().accessor())
                .build());
    }

    private void addArray(FieldType.InlineMessage message) {
        TypeName type = scope.message(message);
        out.addMethod(method(scope.names().helper(Helper.ARRAY))
                .addJavadoc(
                        "The present elements of {@code $L} as an array, the same memory.\n",
                        scope.field().name())
                .returns(ParameterizedTypeName.get(Types.STRUCT_ARRAY, type))
                .addStatement(
                        "return $T.TYPE.arrayIn(this, $L, $N())",
                        type,
                        scope.names().offset(),
                        count)
                .build());
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    }
}
