package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;
import javax.lang.model.element.Modifier;

/**
 * Methods that add an element behind the last. The count is stored last, so that a refused value leaves none behind.
 *
 * <pre>{@code
 * public Post addTags(String value) {
 *     MemorySegment base = Access.base(segment);
 *     int index = Counts.room(base, address + TAGS_COUNT_OFFSET, 16, "social.Post.tags");
 *     Strings.set(base, address + TAGS_OFFSET + 32L * index, 32, value, "social.Post.tags");
 *     Counts.set(base, address + TAGS_COUNT_OFFSET, index + 1);
 *     return this;
 * }
 * }</pre>
 */
final class AppendMembers {
    private final FieldScope scope;
    private final String add;
    private final TypeSpec.Builder out;

    private AppendMembers(FieldScope scope, TypeSpec.Builder out) {
        this.scope = scope;
        this.add = scope.names().helper(Helper.ADD);
        this.out = out;
    }

    static void add(FieldScope scope, TypeSpec.Builder out) {
        AppendMembers members = new AppendMembers(scope, out);
        FieldType element = scope.elementType();
        if (element instanceof FieldType.InlineMessage message) {
            members.addMessage(message.structName());
        } else if (element instanceof FieldType.EnumValue value) {
            members.addConstant(scope.enumeration(value));
            members.addValue(scope.names().helper(Helper.ADD_NUMBER), element, "number");
        } else {
            members.addValue(members.add, element, "value");
        }
    }

    private void addValue(String name, FieldType type, String valueName) {
        Element element = Element.of(type, scope.fullName());
        MethodSpec.Builder append = appending(name, scope.owner(), type);
        if (element.isPointer()) {
            append.addParameter(Types.SEGMENT_ALLOCATOR, "allocator");
        }
        CodeBlock at = scope.element("address", CodeBlock.of("index"));
        out.addMethod(append.addParameter(element.type(), valueName)
                .addStatement(element.write(CodeBlock.of(Extras.BASE), at, valueName))
                .addStatement(storeCount())
                .addStatement("return this")
                .build());
    }

    private void addConstant(EnumNames names) {
        out.addMethod(method(add, scope.owner(), scope.elementType())
                .addJavadoc("@throws $T for {@code $L}\n", IllegalStateException.class, names.unrecognized())
                .addParameter(names.type(), "value")
                .addStatement("return $N(value.number())", scope.names().helper(Helper.ADD_NUMBER))
                .build());
    }

    private void addMessage(String structName) {
        ClassName message = scope.message(structName);
        boolean isFlat = scope.run().schema().struct(structName).flat();
        CodeBlock view = CodeBlock.of(
                "new $T(this, $L + $LL * index)",
                message,
                scope.names().offset(),
                scope.layout().stride());
        out.addMethod(appending(add, message, scope.elementType())
                .addStatement("$T view = $L", message, view)
                .addStatement("view.clear()")
                .addStatement(storeCount())
                .addStatement("return view")
                .build());
        MethodSpec.Builder append = appending(add, scope.owner(), scope.elementType());
        if (!isFlat) {
            append.addParameter(Types.SEGMENT_ALLOCATOR, "allocator");
        }
        out.addMethod(append.addParameter(message, "source")
                .addStatement("$L.copyFrom($L)", view, isFlat ? "source" : "allocator, source")
                .addStatement(storeCount())
                .addStatement("return this")
                .build());
    }

    private MethodSpec.Builder appending(String name, TypeName result, FieldType type) {
        return method(name, result, type)
                .addStatement("$T $L = $T.base(segment)", Types.MEMORY_SEGMENT, Extras.BASE, Types.ACCESS)
                .addStatement(
                        "int index = $T.room($L, address + $L, $L, $S)",
                        Types.COUNTS,
                        Extras.BASE,
                        scope.names().countOffset(),
                        scope.capacity(),
                        scope.fullName());
    }

    private MethodSpec.Builder method(String name, TypeName result, FieldType type) {
        boolean answersView = !result.equals(scope.owner());
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Adds an element to {@code $L}$L.\n\n@return $L\n@throws $T if it holds $L already\n",
                        scope.field().name(),
                        answersView ? ", with every field at its default" : "",
                        answersView ? "the view of the new element" : "this view",
                        Types.FIELD_OVERFLOW,
                        scope.capacity())
                .addJavadoc(FieldDocs.writeErrors(type))
                .returns(result);
    }

    private CodeBlock storeCount() {
        return CodeBlock.of(
                "$T.set($L, address + $L, index + 1)",
                Types.COUNTS,
                Extras.BASE,
                scope.names().countOffset());
    }
}
