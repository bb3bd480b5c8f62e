package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.EnumValueDef;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * A Java enum with the numbers of the schema.
 *
 * <pre>{@code
 * public enum PostType implements StructEnum {
 *     TEXT(0),
 *     IMAGE(1),
 *     UNRECOGNIZED(-1);
 * }
 * }</pre>
 */
final class EnumClass {
    private final EnumDef definition;
    private final EnumNames names;
    private final TypeSpec.Builder out;
    /** The constant of each number: the first declared; further names of a number are aliases. */
    private final Map<Integer, String> byNumber = new HashMap<>();

    private EnumClass(EnumDef definition, EnumNames names, String doc) {
        this.definition = definition;
        this.names = names;
        this.out = TypeSpec.enumBuilder(names.type())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(Types.STRUCT_ENUM)
                .addJavadoc(Docs.commented(definition.comments(), doc));
    }

    static TypeSpec.Builder of(EnumDef definition, Run run) {
        int size = definition.storageSize();
        return of(
                definition,
                run.names().enumeration(definition.fullName()),
                "The enum {@code " + definition.fullName() + "}, " + size + (size == 1 ? " byte" : " bytes")
                        + " in a struct.");
    }

    /**
     * The class of anything that is a choice of numbers.
     *
     * @param doc of the class, behind the schema's comments
     */
    static TypeSpec.Builder of(EnumDef definition, EnumNames names, String doc) {
        EnumClass result = new EnumClass(definition, names, doc);
        result.addMembers();
        return result.out;
    }

    private void addMembers() {
        if (definition.deprecated()) {
            out.addAnnotation(Deprecated.class);
        }
        definition.values().forEach(this::addValue);
        out.addEnumConstant(
                names.unrecognized(),
                TypeSpec.anonymousClassBuilder("-1")
                        .addJavadoc("Every number that the schema has no name for.\n")
                        .build());
        out.addField(FieldSpec.builder(TypeName.INT, names.number(), Modifier.PRIVATE, Modifier.FINAL)
                .build());
        out.addMethod(MethodSpec.constructorBuilder()
                .addParameter(TypeName.INT, "number")
                .addStatement("this.$N = number", names.number())
                .build());
        addForNumber();
        addNumber();
        addIsRecognized();
    }

    private void addValue(EnumValueDef value) {
        String constant = names.constants().get(value.name());
        String original = byNumber.putIfAbsent(value.number(), constant);
        if (original != null) {
            addAlias(value, constant, original);
            return;
        }
        TypeSpec.Builder body = TypeSpec.anonymousClassBuilder("$L", value.number())
                .addJavadoc(Docs.commented(value.comments(), "Number " + value.number() + "."));
        if (value.deprecated()) {
            body.addAnnotation(Deprecated.class);
        }
        out.addEnumConstant(constant, body.build());
    }

    private void addAlias(EnumValueDef value, String constant, String original) {
        FieldSpec.Builder alias = FieldSpec.builder(
                        names.type(), constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Docs.commented(value.comments(), "Another name of {@link #" + original + "}."))
                .initializer("$N", original);
        if (value.deprecated()) {
            alias.addAnnotation(Deprecated.class);
        }
        out.addField(alias.build());
    }

    private void addForNumber() {
        ClassName type = names.type();
        MethodSpec.Builder method = MethodSpec.methodBuilder("forNumber")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(
                        "The constant of a number, {@link #$N} where the schema has no name for it.\n",
                        names.unrecognized())
                .returns(type)
                .addParameter(TypeName.INT, "number")
                .beginControlFlow("return switch (number)");
        for (EnumValueDef value : definition.values()) {
            String constant = names.constants().get(value.name());
            if (constant.equals(byNumber.get(value.number()))) {
                method.addStatement("case $L -> $T.$N", value.number(), type, constant);
            }
        }
        out.addMethod(method.addStatement("default -> $T.$N", type, names.unrecognized())
                .addCode("$<};\n")
                .build());
    }

    private void addNumber() {
        out.addMethod(overriding("number", TypeName.INT)
                .beginControlFlow("if (this == $N)", names.unrecognized())
                .addStatement(
                        "throw new $T($S)",
                        IllegalStateException.class,
                        names.unrecognized() + " stands for numbers that " + definition.fullName()
                                + " doesn't name; use the field's number accessor")
                .endControlFlow()
                .addStatement("return $N", names.number())
                .build());
    }

    private void addIsRecognized() {
        out.addMethod(overriding("isRecognized", TypeName.BOOLEAN)
                .addStatement("return this != $N", names.unrecognized())
                .build());
    }

    private static MethodSpec.Builder overriding(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }
}
