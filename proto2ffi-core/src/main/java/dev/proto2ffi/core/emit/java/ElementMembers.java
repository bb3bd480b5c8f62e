package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;
import javax.lang.model.element.Modifier;

/** The accessors of one element, at any place. Arrays have more members, which are {@link RepeatedMembers}'s. */
final class ElementMembers implements FieldType.Visitor<TypeSpec.Builder> {
    private final FieldScope scope;
    private final Place place;
    private final TypeSpec.Builder out;

    ElementMembers(FieldScope scope, Place place, TypeSpec.Builder out) {
        this.scope = scope;
        this.place = place;
        this.out = out;
    }

    @Override
    public TypeSpec.Builder scalar(FieldType.Scalar type) {
        addAccessors(type, scope.names().accessor(), "value");
        if (Helpers.isUnsignedInt(type)) {
            addUnsigned();
        }
        return out;
    }

    @Override
    public TypeSpec.Builder enumValue(FieldType.EnumValue type) {
        EnumMembers.add(scope, place, type, out);
        addAccessors(type, scope.names().helper(Helper.NUMBER), "number");
        return out;
    }

    @Override
    public TypeSpec.Builder boundedString(FieldType.BoundedString type) {
        addAccessors(type, scope.names().accessor(), "value");
        TextMembers.add(scope, place, type, out);
        return out;
    }

    @Override
    public TypeSpec.Builder boundedBytes(FieldType.BoundedBytes type) {
        addAccessors(type, scope.names().accessor(), "value");
        BytesMembers.add(scope, place, type, out);
        return out;
    }

    @Override
    public TypeSpec.Builder fixedBytes(FieldType.FixedBytes type) {
        addAccessors(type, scope.names().accessor(), "value");
        BytesMembers.add(scope, place, type, out);
        return out;
    }

    @Override
    public TypeSpec.Builder inlineMessage(FieldType.InlineMessage type) {
        MessageMembers.add(scope, place, type, out);
        return out;
    }

    @Override
    public TypeSpec.Builder boundedRepeated(FieldType.BoundedRepeated type) {
        throw new IllegalStateException("an array in an array: " + scope.fullName());
    }

    @Override
    public TypeSpec.Builder fixedRepeated(FieldType.FixedRepeated type) {
        throw new IllegalStateException("an array in an array: " + scope.fullName());
    }

    @Override
    public TypeSpec.Builder unboundedString(FieldType.UnboundedString type) {
        throw new IllegalStateException("unboundedString");
    }

    @Override
    public TypeSpec.Builder unboundedBytes(FieldType.UnboundedBytes type) {
        throw new IllegalStateException("unboundedBytes");
    }

    @Override
    public TypeSpec.Builder messagePointer(FieldType.MessagePointer type) {
        throw new IllegalStateException("messagePointer");
    }

    @Override
    public TypeSpec.Builder mapEntry(FieldType.MapEntry type) {
        throw new IllegalStateException("mapEntry");
    }

    @Override
    public TypeSpec.Builder unboundedRepeated(FieldType.UnboundedRepeated type) {
        throw new IllegalStateException("unboundedRepeated");
    }

    private void addAccessors(FieldType type, String name, String valueName) {
        Element element = Element.of(type, scope.fullName());
        CodeBlock at = place.at("segment", "offset");
        CodeBlock read = element.read("segment", at);
        CodeBlock write = CodeBlock.builder()
                .addStatement(element.write("segment", at, valueName))
                .build();
        if (scope.hasPresence()) {
            read = CodeBlock.of(
                    "$N(segment, offset) ? $L : $L",
                    scope.names().helper(Helper.HAS),
                    read,
                    Defaults.literal(scope.field(), element));
            write = write.toBuilder()
                    .addStatement("$T.set($L)", Types.PRESENCE, scope.presenceArguments("segment", "offset"))
                    .build();
        }
        AccessorMethods methods = new AccessorMethods(scope, place, name, valueName, element.type());
        methods.addGetters(out, FieldDocs.getter(scope, type), read);
        methods.addSetters(out, FieldDocs.setter(scope, type), write);
    }

    /**
     * <pre>{@code
     * public long heightUnsigned() {
     *     return Integer.toUnsignedLong(height());
     * }
     * }</pre>
     */
    private void addUnsigned() {
        String name = scope.names().helper(Helper.UNSIGNED);
        String accessor = scope.names().accessor();
        String index = place.parameters().isEmpty() ? "" : "index";
        out.addMethod(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.line("{@link #" + accessor + "(" + place.linkTypes() + ")} as 0 to 2^32 - 1."))
                .returns(TypeName.LONG)
                .addParameters(place.parameters())
                .addStatement("return $T.toUnsignedLong($N($L))", Integer.class, accessor, index)
                .build());
        out.addMethod(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Sets {@link #$N($L)} to 0 to 2^32 - 1.\n\n@throws $T if the value is outside that range\n",
                        accessor,
                        place.linkTypes(),
                        Types.FIELD_OVERFLOW)
                .returns(scope.owner())
                .addParameters(place.parameters())
                .addParameter(TypeName.LONG, "value")
                .addStatement(
                        "return $N($L$T.toUint32(value, $S))",
                        accessor,
                        index.isEmpty() ? "" : "index, ",
                        Types.NARROW,
                        scope.fullName())
                .build());
    }
}
