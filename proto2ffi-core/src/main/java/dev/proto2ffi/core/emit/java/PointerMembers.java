package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;
import javax.lang.model.element.Modifier;

/**
 * A message behind a pointer, NULL where it is absent.
 *
 * <pre>{@code
 * public Tree initLeft(SegmentAllocator allocator) {
 *     Tree view = Tree.allocate(allocator);
 *     MemorySegment base = Access.base(segment);
 *     Pointers.set(base, address + LEFT_OFFSET, view);
 *     return view;
 * }
 * }</pre>
 */
final class PointerMembers {
    private final FieldScope scope;
    private final FieldType.MessagePointer type;
    private final ClassName message;
    private final TypeSpec.Builder out;

    private PointerMembers(FieldScope scope, FieldType.MessagePointer type, TypeSpec.Builder out) {
        this.scope = scope;
        this.type = type;
        this.message = scope.message(type.structName());
        this.out = out;
    }

    static void add(FieldScope scope, FieldType.MessagePointer type, TypeSpec.Builder out) {
        PointerMembers members = new PointerMembers(scope, type, out);
        if (!scope.isInOneof()) {
            members.addPresence();
        }
        members.addView();
        members.addInit();
        members.addCopy();
    }

    private void addPresence() {
        String field = scope.field().name();
        String offset = scope.names().offset();
        new AccessorMethods(out, scope.names().helper(Helper.HAS))
                .addGetters(
                        TypeName.BOOLEAN,
                        CodeBlock.of("Whether {@code $L} is present: its pointer isn't NULL.\n", field),
                        CodeBlock.builder()
                                .addStatement("return $T.has(segment, offset + $L)", Types.POINTERS, offset)
                                .build());
        new AccessorMethods(out, scope.names().helper(Helper.CLEAR))
                .addSetters(
                        scope.owner(),
                        CodeBlock.of(
                                "Makes {@code $L} absent. Its memory stays with its arena.\n\n@return this view\n",
                                field),
                        CodeBlock.builder()
                                .addStatement("$T.clear(segment, offset + $L)", Types.POINTERS, offset)
                                .build());
    }

    private void addView() {
        out.addMethod(method(scope.names().accessor(), message)
                .addJavadoc("A view of the message that the struct points to.\n\n<p>")
                .addJavadoc(FieldDocs.getter(scope, type))
                .addJavadoc("@throws $T if it is absent\n", IllegalStateException.class)
                .addStatement(base())
                .addCode(Guards.beforeRead(scope, Extras.BASE, "address"))
                .addStatement(
                        "return $T.at($T.target(segment, $L, address + $L, $T.SIZE, $T.ALIGNMENT, $S), 0)",
                        message,
                        Types.POINTERS,
                        Extras.BASE,
                        scope.names().offset(),
                        message,
                        message,
                        scope.fullName())
                .build());
    }

    private void addInit() {
        out.addMethod(store(method(scope.names().helper(Helper.INIT), message)
                        .addJavadoc("""
                                Makes a new {@link #$N()}, with every field at its default, in place of any that was there.

                                @param allocator owns its memory, which must live as long as this struct is used
                                @return the view of it
                                """, scope.names().accessor())
                        .addParameter(Types.SEGMENT_ALLOCATOR, "allocator")
                        .addStatement("$T view = $T.allocate(allocator)", message, message))
                .addStatement("return view")
                .build());
    }

    private void addCopy() {
        boolean isFlat = scope.run().schema().struct(type.structName()).flat();
        out.addMethod(store(method(scope.names().accessor(), scope.owner())
                        .addJavadoc("""
                                Sets the message to a copy of another one, with all that it points to. $L

                                @param allocator owns the copy's memory, which must live as long as this struct is used
                                @return this view
                                """, Docs.storage(scope))
                        .addParameter(Types.SEGMENT_ALLOCATOR, "allocator")
                        .addParameter(message, "source")
                        .addStatement(
                                "$T view = $T.allocate(allocator).copyFrom($L)",
                                message,
                                message,
                                isFlat ? "source" : "allocator, source"))
                .addStatement("return this")
                .build());
    }

    private MethodSpec.Builder store(MethodSpec.Builder method) {
        return method.addStatement(base())
                .addStatement(
                        "$T.set($L, address + $L, view)",
                        Types.POINTERS,
                        Extras.BASE,
                        scope.names().offset())
                .addCode(Guards.afterWrite(scope, Extras.BASE, "address"));
    }

    private static CodeBlock base() {
        return CodeBlock.of("$T $L = $T.base(segment)", Types.MEMORY_SEGMENT, Extras.BASE, Types.ACCESS);
    }

    private static MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(result);
    }
}
