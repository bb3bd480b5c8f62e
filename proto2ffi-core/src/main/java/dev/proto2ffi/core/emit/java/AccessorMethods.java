package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Methods that exist twice: static over a segment and an offset, where the work is done, and as methods of the view.
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
    private final TypeSpec.Builder out;
    private final String name;
    private final List<ParameterSpec> parameters = new ArrayList<>();

    /**
     * @param out takes the methods
     * @param name of both
     */
    AccessorMethods(TypeSpec.Builder out, String name) {
        this.out = out;
        this.name = name;
    }

    /** Parameters that both have. */
    AccessorMethods with(List<ParameterSpec> more) {
        parameters.addAll(more);
        return this;
    }

    /** A parameter that both have. */
    AccessorMethods with(TypeName type, String parameter) {
        parameters.add(ParameterSpec.builder(type, parameter).build());
        return this;
    }

    /** The parameter {@code allocator}, where the field needs one. */
    AccessorMethods withAllocator(boolean isNeeded) {
        return isNeeded ? with(Types.SEGMENT_ALLOCATOR, "allocator") : this;
    }

    /**
     * Methods that answer something.
     *
     * @param doc of the view's method
     * @param body statements over {@code segment} and {@code offset}
     */
    void addGetters(TypeName type, CodeBlock doc, CodeBlock body) {
        addGetters(type, doc, body, null);
    }

    /**
     * Methods that answer a part of memory; the view's one gives it the lifetime of its own.
     *
     * @param runtime the class whose method of the name owned does that
     */
    void addSegments(ClassName runtime, CodeBlock doc, CodeBlock body) {
        addGetters(Types.MEMORY_SEGMENT, doc, body, runtime);
    }

    private void addGetters(TypeName type, CodeBlock doc, CodeBlock body, @Nullable ClassName runtime) {
        CodeBlock call = CodeBlock.of("$N($T.base(segment), address$L)", name, Types.ACCESS, arguments());
        out.addMethod(method().addJavadoc(doc)
                .returns(type)
                .addParameters(parameters)
                .addStatement(
                        "return $L", runtime == null ? call : CodeBlock.of("$T.owned(segment, $L)", runtime, call))
                .build());
        out.addMethod(staticMethod().returns(type).addCode(body).build());
    }

    /**
     * Methods that change something; the view's one answers the view.
     *
     * @param view class of the view
     * @param doc of the view's method
     * @param body statements over {@code segment} and {@code offset}
     */
    void addSetters(ClassName view, CodeBlock doc, CodeBlock body) {
        out.addMethod(method().addJavadoc(doc)
                .returns(view)
                .addParameters(parameters)
                .addStatement("$N($T.base(segment), address$L)", name, Types.ACCESS, arguments())
                .addStatement("return this")
                .build());
        out.addMethod(staticMethod().addCode(body).build());
    }

    private String arguments() {
        StringBuilder arguments = new StringBuilder();
        parameters.forEach(parameter -> arguments.append(", ").append(parameter.name()));
        return arguments.toString();
    }

    private MethodSpec.Builder method() {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    }

    private MethodSpec.Builder staticMethod() {
        return method().addModifiers(Modifier.STATIC)
                .addJavadoc(
                        "{@link #$N($L)} of the struct at an offset of a native segment.\n",
                        name,
                        Docs.linkTypes(parameters))
                .addParameter(Types.MEMORY_SEGMENT, "segment")
                .addParameter(TypeName.LONG, "offset")
                .addParameters(parameters);
    }
}
