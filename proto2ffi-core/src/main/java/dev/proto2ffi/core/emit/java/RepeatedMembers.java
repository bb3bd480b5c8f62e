package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
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
        FieldType element = scope.elementType();
        String struct = element.inlineStruct();
        members.addCount();
        if (!(scope.type() instanceof FieldType.FixedRepeated)) {
            members.addClear();
        }
        if (scope.type() instanceof FieldType.BoundedRepeated && !(element instanceof FieldType.MapEntry)) {
            AppendMembers.add(scope, out);
        }
        if (scope.isUnbounded()) {
            AllocateMembers.add(scope, out);
        }
        members.addSegment();
        if (element instanceof FieldType.Scalar scalar) {
            BulkMembers.add(scope, scalar, out);
        } else if (!(element instanceof FieldType.MapEntry)) {
            members.addList(element);
        }
        if (struct != null) {
            members.addArray(scope.message(struct));
        }
    }

    private void addCount() {
        String field = scope.field().name();
        AccessorMethods methods = new AccessorMethods(out, count);
        if (scope.isUnbounded()) {
            methods.addGetters(
                    TypeName.LONG,
                    CodeBlock.of(
                            "The number of elements in {@code $L}.\n\n@throws $T if the stored pointer can't be one\n",
                            field,
                            Types.CORRUPT_STRUCT),
                    body(
                            "return $T.count(segment, offset + $L, $L)",
                            Types.SPANS,
                            scope.names().offset(),
                            scope.spanArguments()));
        } else if (scope.type() instanceof FieldType.FixedRepeated) {
            methods.addGetters(
                    TypeName.INT,
                    CodeBlock.of("The number of elements in {@code $L}, always $L.\n", field, scope.capacity()),
                    body("return $L", scope.capacity()));
        } else {
            methods.addGetters(
                    TypeName.INT,
                    CodeBlock.of(
                            "The number of elements in {@code $L}, at most $L.\n\n@throws $T if the stored count is"
                                    + " beyond that\n",
                            field,
                            scope.capacity(),
                            Types.CORRUPT_STRUCT),
                    body(
                            "return $T.get(segment, offset + $L, $L, $S)",
                            Types.COUNTS,
                            scope.names().countOffset(),
                            scope.capacity(),
                            scope.fullName()));
        }
    }

    private void addClear() {
        CodeBlock clear = scope.isUnbounded()
                ? body(
                        "$T.clear(segment, offset + $L)",
                        Types.SPANS,
                        scope.names().offset())
                : body(
                        "$T.set(segment, offset + $L, 0)",
                        Types.COUNTS,
                        scope.names().countOffset());
        new AccessorMethods(out, scope.names().helper(Helper.CLEAR))
                .addSetters(
                        scope.owner(),
                        CodeBlock.of(
                                "Removes all elements of {@code $L}.\n\n@return this view\n",
                                scope.field().name()),
                        clear);
    }

    private void addSegment() {
        CodeBlock part = scope.isUnbounded()
                ? body(
                        "return $T.segment(segment, offset + $L, $L)",
                        Types.SPANS,
                        scope.names().offset(),
                        scope.spanArguments())
                : body(
                        "return segment.asSlice(offset + $L, $LL * $N(segment, offset))",
                        scope.names().offset(),
                        scope.layout().stride(),
                        count);
        new AccessorMethods(out, scope.names().helper(Helper.SEGMENT))
                .addSegments(
                        scope.isUnbounded() ? Types.POINTERS : Types.ACCESS,
                        CodeBlock.of(
                                "The memory of the elements of {@code $L}, in place.\n",
                                scope.field().name()),
                        part);
    }

    private void addList(FieldType element) {
        TypeName type = ElementTypes.of(scope, element);
        out.addMethod(method(scope.names().helper(Helper.LIST))
                .addJavadoc(
                        "The elements of {@code $L} as an unmodifiable list that shows later changes.\n",
                        scope.field().name())
                .returns(ParameterizedTypeName.get(Types.LIST, type))
                .addStatement(
                        "return new $T<>($L, this::$N)",
                        Types.FIELD_LIST,
                        scope.isUnbounded()
                                ? CodeBlock.of("() -> $T.toInt($N(), $S)", Types.SPANS, count, scope.fullName())
                                : CodeBlock.of("this::$N", count),
                        scope.names().accessor())
                .build());
    }

    private void addArray(ClassName type) {
        MethodSpec.Builder array = method(scope.names().helper(Helper.ARRAY))
                .addJavadoc(
                        "The present elements of {@code $L} as an array, the same memory.\n",
                        scope.field().name())
                .returns(ParameterizedTypeName.get(Types.STRUCT_ARRAY, type));
        if (scope.isUnbounded()) {
            array.addStatement("return $T.arrayOver($N())", type, scope.names().helper(Helper.SEGMENT));
        } else {
            array.addStatement(
                    "return $T.arrayIn(this, $L, $N())", type, scope.names().offset(), count);
        }
        out.addMethod(array.build());
    }

    private static CodeBlock body(String statement, Object... arguments) {
        return CodeBlock.builder().addStatement(statement, arguments).build();
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    }
}
