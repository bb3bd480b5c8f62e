package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/**
 * The classes of arrays and iterators. They are generated, not generic, since the JIT removes a view only where it
 * knows the view's class: a constructor call in a class that serves one struct tells it, however many structs a program
 * uses.
 *
 * <pre>{@code
 * private static final class Each extends StructIterator<Post> {
 *     public Post next() {
 *         return new Post(segment, advance(SIZE));
 *     }
 * }
 * }</pre>
 */
final class ArrayClasses {
    private ArrayClasses() {}

    static void add(StructNames names, TypeSpec.Builder out) {
        out.addType(elements(names));
        out.addType(iterator(names));
    }

    private static TypeSpec elements(StructNames names) {
        ClassName type = names.type();
        return nested(names.elements())
                .superclass(ParameterizedTypeName.get(Types.STRUCT_ARRAY, type))
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(Types.MEMORY_SEGMENT, "segment")
                        .addParameter(TypeName.LONG, "address")
                        .addParameter(TypeName.LONG, "length")
                        .addStatement("super(TYPE, segment, address, length)")
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(Types.STRUCT_VIEW, "parent")
                        .addParameter(TypeName.LONG, "offset")
                        .addParameter(TypeName.LONG, "length")
                        .addStatement("super(TYPE, parent, offset, length)")
                        .build())
                .addMethod(overriding("get", type)
                        .addParameter(TypeName.LONG, "index")
                        .addStatement("return new $T(segment, locate(index, SIZE))", type)
                        .build())
                .addMethod(overriding("iterator", ParameterizedTypeName.get(Types.ITERATOR, type))
                        .addStatement("return new $T(this)", names.iterator())
                        .build())
                .build();
    }

    private static TypeSpec iterator(StructNames names) {
        ClassName type = names.type();
        return nested(names.iterator())
                .superclass(ParameterizedTypeName.get(Types.STRUCT_ITERATOR, type))
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(names.elements(), "elements")
                        .addStatement("super(elements)")
                        .build())
                .addMethod(overriding("next", type)
                        .addStatement("return new $T(segment, advance(SIZE))", type)
                        .build())
                .build();
    }

    private static TypeSpec.Builder nested(ClassName name) {
        return TypeSpec.classBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }

    private static MethodSpec.Builder overriding(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }
}
