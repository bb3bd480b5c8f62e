package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/**
 * A getter and a setter, each of them twice: static over a segment and an offset, where the work is done, and as
 * methods of the view.
 *
 * <pre>{@code
 * public long postId() {
 *     return postId(Access.base(segment), address);
 * }
 *
 * public static long postId(MemorySegment segment, long offset) {
 *     return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + POST_ID_OFFSET);
 * }
 * }</pre>
 */
final class AccessorMethods {
    private final FieldScope scope;
    private final Place place;
    private final String name;
    private final String valueName;
    private final TypeName type;

    /**
     * @param name of all four methods
     * @param valueName of the setters' parameter
     * @param type of the value
     */
    AccessorMethods(FieldScope scope, Place place, String name, String valueName, TypeName type) {
        this.scope = scope;
        this.place = place;
        this.name = name;
        this.valueName = valueName;
        this.type = type;
    }

    /**
     * @param doc of the view's getter
     * @param read expression over {@code segment} and {@code offset}
     */
    void addGetters(TypeSpec.Builder out, CodeBlock doc, CodeBlock read) {
        out.addMethod(method().addJavadoc(doc)
                .returns(type)
                .addParameters(place.parameters())
                .addStatement("return $N($T.base(segment), address$L)", name, Types.ACCESS, place.arguments())
                .build());
        out.addMethod(staticMethod()
                .addJavadoc(overMemory(CodeBlock.of("$L", place.linkTypes())))
                .returns(type)
                .addParameters(place.parameters())
                .addStatement("return $L", read)
                .build());
    }

    /**
     * @param doc of the view's setter
     * @param write statements over {@code segment}, {@code offset} and the value
     */
    void addSetters(TypeSpec.Builder out, CodeBlock doc, CodeBlock write) {
        out.addMethod(method().addJavadoc(doc)
                .returns(scope.owner())
                .addParameters(place.parameters())
                .addParameter(value())
                .addStatement("$N($T.base(segment), address$L, $L)", name, Types.ACCESS, place.arguments(), valueName)
                .addStatement("return this")
                .build());
        String comma = place.linkTypes().isEmpty() ? "" : ", ";
        out.addMethod(staticMethod()
                .addJavadoc(overMemory(CodeBlock.of("$L$L$T", place.linkTypes(), comma, type)))
                .addParameters(place.parameters())
                .addParameter(value())
                .addCode(write)
                .build());
    }

    private ParameterSpec value() {
        return ParameterSpec.builder(type, valueName).build();
    }

    private CodeBlock overMemory(CodeBlock parameters) {
        return CodeBlock.of("{@link #$N($L)} of the struct at an offset of a native segment.\n", name, parameters);
    }

    private MethodSpec.Builder method() {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    }

    private MethodSpec.Builder staticMethod() {
        return method().addModifiers(Modifier.STATIC)
                .addParameter(Types.MEMORY_SEGMENT, "segment")
                .addParameter(TypeName.LONG, "offset");
    }
}
