package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A snapshot of more components than the JVM lets a constructor have parameters: a final class with a builder, which
 * otherwise looks like the record.
 */
final class LargeSnapshot {
    private final SnapshotNames names;
    private final List<SnapshotComponent> components;
    private final TypeSpec.Builder out;
    private final TypeSpec.Builder builder;
    private final MethodSpec.Builder constructor =
            MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);

    private LargeSnapshot(SnapshotNames names, List<SnapshotComponent> components) {
        this.names = names;
        this.components = components;
        this.out = TypeSpec.classBuilder(names.type()).addModifiers(Modifier.FINAL);
        this.builder = TypeSpec.classBuilder(names.builder())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Gathers what a snapshot holds; what isn't given is zero, empty or absent.\n");
    }

    static TypeSpec.Builder of(SnapshotNames names, List<SnapshotComponent> components) {
        LargeSnapshot result = new LargeSnapshot(names, components);
        result.constructor.addParameter(names.builder(), "from");
        components.forEach(result::add);
        result.out.addMethod(result.constructor.build());
        result.addObjectMethods();
        result.builder.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("A builder of a snapshot in which everything is zero, empty or absent.\n")
                .build());
        result.builder.addMethod(MethodSpec.methodBuilder(names.build())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The snapshot.\n")
                .returns(names.type())
                .addStatement("return new $T(this)", names.type())
                .build());
        return result.out.addType(result.builder.build());
    }

    private void add(SnapshotComponent component) {
        String name = component.name();
        out.addField(component.type(), name, Modifier.PRIVATE, Modifier.FINAL);
        constructor.addStatement(
                "this.$N = $L", name, component.isCopied() ? component.copied("from." + name) : "from." + name);
        out.addMethod(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L.\n", component.doc())
                .returns(component.type())
                .addStatement("return $N", name)
                .build());
        builder.addField(FieldSpec.builder(component.type(), name, Modifier.PRIVATE)
                .initializer(initial(component))
                .build());
        builder.addMethod(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Sets {@link $T#$N()}.\n", names.type(), name)
                .returns(names.builder())
                .addParameter(component.type(), "value")
                .addStatement("this.$N = value", name)
                .addStatement("return this")
                .build());
    }

    private static CodeBlock initial(SnapshotComponent component) {
        TypeName type = component.type();
        if (component.isCopied()) {
            return CodeBlock.of("$T.of()", component.isMap() ? Types.MAP : Types.LIST);
        }
        if (type.isPrimitive()) {
            return CodeBlock.of(type.equals(TypeName.BOOLEAN) ? "false" : "0");
        }
        return CodeBlock.of("null");
    }

    /** As records have them, over a list of all values. */
    private void addObjectMethods() {
        CodeBlock.Builder values = CodeBlock.builder().add("return $T.asList(", Types.ARRAYS);
        String separator = "";
        for (SnapshotComponent component : components) {
            values.add("$L$N", separator, component.name());
            separator = ", ";
        }
        TypeName listOfAny = ParameterizedTypeName.get(Types.LIST, WildcardTypeName.subtypeOf(ClassName.OBJECT));
        out.addMethod(MethodSpec.methodBuilder(names.values())
                .addModifiers(Modifier.PRIVATE)
                .returns(listOfAny)
                .addStatement(values.add(")").build())
                .build());
        out.addMethod(overriding("equals", TypeName.BOOLEAN)
                .addParameter(ClassName.OBJECT, "that")
                .addStatement(
                        "return that instanceof $T && $N().equals((($T) that).$N())",
                        names.type(),
                        names.values(),
                        names.type(),
                        names.values())
                .build());
        out.addMethod(overriding("hashCode", TypeName.INT)
                .addStatement("return $N().hashCode()", names.values())
                .build());
        out.addMethod(overriding("toString", Types.STRING)
                .addStatement("return $S + $N()", names.type().simpleName(), names.values())
                .build());
    }

    private static MethodSpec.Builder overriding(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }
}
