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
        if (scope.field().atomic()) {
            AtomicMembers.add(scope, type, out);
        }
        return out;
    }

    @Override
    public TypeSpec.Builder enumValue(FieldType.EnumValue type) {
        EnumMembers.add(scope, place, type, out);
        addAccessors(type, scope.names().helper(Helper.NUMBER), "number");
        if (scope.field().atomic()) {
            AtomicMembers.add(scope, type, out);
        }
        return out;
    }

    @Override
    public TypeSpec.Builder boundedString(FieldType.BoundedString type) {
        addAccessors(type, scope.names().accessor(), "value");
        ContentMembers.add(scope, place, type, out);
        return out;
    }

    @Override
    public TypeSpec.Builder boundedBytes(FieldType.BoundedBytes type) {
        return addBytes(type);
    }

    @Override
    public TypeSpec.Builder fixedBytes(FieldType.FixedBytes type) {
        return addBytes(type);
    }

    @Override
    public TypeSpec.Builder unboundedString(FieldType.UnboundedString type) {
        addAccessors(type, scope.names().accessor(), "value");
        ContentMembers.add(scope, place, type, out);
        return out;
    }

    @Override
    public TypeSpec.Builder unboundedBytes(FieldType.UnboundedBytes type) {
        return addBytes(type);
    }

    private TypeSpec.Builder addBytes(FieldType type) {
        addAccessors(type, scope.names().accessor(), "value");
        setters(scope.names().accessor(), Element.of(type, scope.fullName()))
                .with(Types.MEMORY_SEGMENT, "value")
                .addSetters(scope.owner(), FieldDocs.setter(scope, type), write(type, "value"));
        ContentMembers.add(scope, place, type, out);
        return out;
    }

    @Override
    public TypeSpec.Builder inlineMessage(FieldType.InlineMessage type) {
        MessageMembers.add(scope, place, type.structName(), out);
        return out;
    }

    @Override
    public TypeSpec.Builder messagePointer(FieldType.MessagePointer type) {
        PointerMembers.add(scope, type, out);
        return out;
    }

    /** Entries are reached through the map, or as an array of structs. */
    @Override
    public TypeSpec.Builder mapEntry(FieldType.MapEntry type) {
        return out;
    }

    @Override
    public TypeSpec.Builder boundedRepeated(FieldType.BoundedRepeated type) {
        throw inArray();
    }

    @Override
    public TypeSpec.Builder fixedRepeated(FieldType.FixedRepeated type) {
        throw inArray();
    }

    @Override
    public TypeSpec.Builder unboundedRepeated(FieldType.UnboundedRepeated type) {
        throw inArray();
    }

    private IllegalStateException inArray() {
        return new IllegalStateException("an array in an array: " + scope.fullName());
    }

    private void addAccessors(FieldType type, String name, String valueName) {
        Element element = Element.of(type, scope.fullName());
        CodeBlock read = element.read(place.base("segment"), place.at("segment", "offset"));
        if (scope.hasPresence()) {
            read = CodeBlock.of(
                    "$N(segment, offset) ? $L : $L",
                    scope.names().helper(Helper.HAS),
                    read,
                    Defaults.literal(scope.field(), element));
        }
        CodeBlock body = Guards.beforeRead(scope, "segment", "offset").toBuilder()
                .addStatement("return $L", read)
                .build();
        new AccessorMethods(out, name)
                .with(place.parameters())
                .addGetters(element.type(), FieldDocs.getter(scope, type), body);
        setters(name, element)
                .with(element.type(), valueName)
                .addSetters(scope.owner(), FieldDocs.setter(scope, type), write(type, valueName));
    }

    private AccessorMethods setters(String name, Element element) {
        return new AccessorMethods(out, name).withAllocator(element.isPointer()).with(place.parameters());
    }

    private CodeBlock write(FieldType type, String value) {
        Element element = Element.of(type, scope.fullName());
        CodeBlock write = element.write(place.base("segment"), place.at("segment", "offset"), value);
        return Guards.write(scope, element, write, "segment", "offset");
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
        CodeBlock link = CodeBlock.of("{@link #$N($L)}", accessor, Docs.linkTypes(place.parameters()));
        out.addMethod(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L as 0 to 2^32 - 1.\n", link)
                .returns(TypeName.LONG)
                .addParameters(place.parameters())
                .addStatement("return $T.toUnsignedLong($N($L))", Integer.class, accessor, index)
                .build());
        out.addMethod(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Sets $L to 0 to 2^32 - 1.\n\n@throws $T if the value is outside that range\n",
                        link,
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
