package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;
import javax.lang.model.element.Modifier;

/**
 * The view of a map, typed and without boxes.
 *
 * <pre>{@code
 * public static final class AgesMap extends StructMap {
 *     public int get(String key) {
 *         return getOrDefault(key, 0);
 *     }
 * }
 * }</pre>
 */
final class MapClass {
    private static final String FIND = "find";

    private final MapShape map;
    private final TypeSpec.Builder out;

    private MapClass(MapShape map) {
        this.map = map;
        this.out = TypeSpec.classBuilder(map.type())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(Types.STRUCT_MAP)
                .addJavadoc(
                        "The map {@code $L} as it stands in memory. A look-up compares all keys, from the last to the"
                                + " first: where native code left a key twice, the last counts.\n",
                        map.scope().field().name());
    }

    /** The class of a map field. */
    static TypeSpec of(FieldScope scope) {
        MapClass result = new MapClass(new MapShape(scope));
        result.addConstructor();
        result.addEntries();
        result.addLookUps();
        if (result.map.isBounded()) {
            MapPutMembers.add(result.map, result.out);
        }
        result.addRemove();
        result.addForEach();
        return result.out.build();
    }

    private void addConstructor() {
        out.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(map.scope().owner(), "parent")
                .addStatement("super(parent, $L)", map.index())
                .build());
    }

    private void addEntries() {
        ClassName entry = map.entry();
        out.addMethod(method("entry", entry)
                .addJavadoc("""
                        A view of the entry at an index. Don't give it a key that another entry has.

                        @throws $T if no entry has this index
                        """, IndexOutOfBoundsException.class)
                .addParameter(TypeName.INT, "index")
                .addStatement(
                        map.isBounded()
                                ? "return new $T(entrySegment(), entryAddress(index))"
                                : "return $T.at(entryPart(index), 0)",
                        entry)
                .build());
        if (!map.isBounded()) {
            out.addMethod(MethodSpec.methodBuilder(FIND)
                    .addModifiers(Modifier.PRIVATE)
                    .returns(entry)
                    .addParameter(TypeName.INT, "index")
                    .addStatement("return new $T(entrySegment(), entryAddress(index))", entry)
                    .build());
        }
    }

    private void addLookUps() {
        out.addMethod(keyed("containsKey", TypeName.BOOLEAN)
                .addJavadoc("Whether the map has the key.\n")
                .addStatement("return indexOf(parent, field, key) >= 0")
                .build());
        FieldType value = map.value().field().type();
        if (value instanceof FieldType.EnumValue type) {
            addEnumGet(map.run().names().enumeration(type.definition().fullName()));
            addNumberGets("getNumber", "getNumberOrDefault", map.valueNumber());
        } else if (map.valueType().isPrimitive()) {
            addNumberGets("get", "getOrDefault", map.valueAccessor());
        } else {
            addObjectGet(value);
        }
    }

    private void addNumberGets(String get, String getOrDefault, String accessor) {
        TypeName type = map.numberType();
        CodeBlock zero = CodeBlock.of(type.equals(TypeName.BOOLEAN) ? "false" : "0");
        out.addMethod(keyed(get, type)
                .addJavadoc("The $L of a key, or $L if the map doesn't have it.\n", map.valueWord(), zero)
                .addStatement("return $N(key, $L)", getOrDefault, zero)
                .build());
        out.addMethod(keyed(getOrDefault, type)
                .addJavadoc("The $L of a key, or another if the map doesn't have it.\n", map.valueWord())
                .addParameter(type, "missing")
                .addStatement("int index = indexOf(parent, field, key)")
                .addStatement("return index < 0 ? missing : $L(index).$N()", find(), accessor)
                .build());
    }

    private void addEnumGet(EnumNames enumeration) {
        out.addMethod(keyed("get", enumeration.type())
                .addJavadoc(
                        "The value of a key, {@code $L} where the schema has no name for it; null if the map doesn't have"
                                + " the key.\n",
                        enumeration.unrecognized())
                .addStatement("int index = indexOf(parent, field, key)")
                .addStatement("return index < 0 ? null : $L(index).$N()", find(), map.valueAccessor())
                .build());
    }

    private void addObjectGet(FieldType value) {
        boolean isPointer = value instanceof FieldType.MessagePointer;
        boolean isMessage = value.reachedStruct() != null;
        MethodSpec.Builder get = keyed("get", map.valueType())
                .addJavadoc(
                        "The value of a key$L; null if the map doesn't have it$L.\n",
                        isMessage ? ", as a view of it where it stands" : "",
                        isPointer ? " or its pointer is NULL" : "")
                .addStatement("int index = indexOf(parent, field, key)");
        String found = isMessage ? "entry" : find();
        if (isPointer) {
            get.addStatement(
                    "return index < 0 || !$L(index).$N() ? null : entry(index).$N()",
                    find(),
                    map.value().names().helper(Helper.HAS),
                    map.valueAccessor());
        } else {
            get.addStatement("return index < 0 ? null : $L(index).$N()", found, map.valueAccessor());
        }
        out.addMethod(get.build());
    }

    /** The method whose views are only read: of a bounded map, they can be kept as well. */
    private String find() {
        return map.isBounded() ? "entry" : FIND;
    }

    private void addRemove() {
        out.addMethod(keyed("remove", TypeName.BOOLEAN)
                .addJavadoc("Removes a key, and says whether the map had it. Entries behind it move forward.\n")
                .addStatement("int index = indexOf(parent, field, key)")
                .addStatement("boolean found = index >= 0")
                .beginControlFlow("for (; index >= 0; index = indexOf(parent, field, key))")
                .addStatement("removeEntry(index)")
                .endControlFlow()
                .addStatement("return found")
                .build());
    }

    private void addForEach() {
        ClassName visitor = map.visitor();
        boolean isMessage = map.value().field().type().reachedStruct() != null;
        boolean isPointer = map.value().field().type() instanceof FieldType.MessagePointer;
        MethodSpec.Builder forEach = method("forEach", TypeName.VOID)
                .addJavadoc(
                        "Calls back for each key and its value, in the order of their entries$L.\n",
                        isPointer ? "; the value is null where its pointer is NULL" : "")
                .addParameter(visitor, "visitor")
                .addStatement("$T many = many()", Types.MAP_ENTRIES)
                .beginControlFlow("for (int i = next(many, -1); i >= 0; i = next(many, i))")
                .addStatement("$T entry = $L(i)", map.entry(), isMessage ? "entry" : find());
        if (isPointer) {
            forEach.addStatement(
                    "visitor.visit(entry.$N(), entry.$N() ? entry.$N() : null)",
                    map.keyAccessor(),
                    map.value().names().helper(Helper.HAS),
                    map.valueAccessor());
        } else {
            forEach.addStatement("visitor.visit(entry.$N(), entry.$N())", map.keyAccessor(), map.valueAccessor());
        }
        out.addMethod(forEach.endControlFlow().build());
        out.addType(TypeSpec.interfaceBuilder(visitor)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addAnnotation(FunctionalInterface.class)
                .addJavadoc("What {@link #forEach} calls.\n")
                .addMethod(MethodSpec.methodBuilder("visit")
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .addJavadoc("Takes a key and its value.\n")
                        .addParameter(map.keyType(), "key")
                        .addParameter(map.valueType(), "value")
                        .build())
                .build());
    }

    private MethodSpec.Builder keyed(String name, TypeName result) {
        return method(name, result).addParameter(map.keyType(), "key");
    }

    private static MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(result);
    }
}
