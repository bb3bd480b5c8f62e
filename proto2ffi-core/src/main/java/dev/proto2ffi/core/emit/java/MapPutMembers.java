package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;
import javax.lang.model.element.Modifier;

/**
 * How keys come into a bounded map. A new entry is written behind the last one before it counts, so that a key or value
 * that is refused changes nothing.
 *
 * <pre>{@code
 * public AgesMap put(String key, int value) {
 *     int index = indexOf(parent, field, key);
 *     if (index >= 0) {
 *         entry(index).value(value);
 *     } else {
 *         new AgesEntry(entrySegment(), room()).clear().key(key).value(value);
 *         added();
 *     }
 *     return this;
 * }
 * }</pre>
 */
final class MapPutMembers {
    private final MapShape map;
    private final TypeSpec.Builder out;

    private MapPutMembers(MapShape map, TypeSpec.Builder out) {
        this.map = map;
        this.out = out;
    }

    static void add(MapShape map, TypeSpec.Builder out) {
        MapPutMembers members = new MapPutMembers(map, out);
        String accessor = map.valueAccessor();
        FieldType value = map.value().type();
        members.addPut("put", map.valueType(), "value", CodeBlock.of(".$N($Lvalue)", accessor, members.allocator()));
        if (value instanceof FieldType.EnumValue) {
            members.addPut("putNumber", map.numberType(), "number", CodeBlock.of(".$N(number)", map.valueNumber()));
        } else if (value.reachedStruct() != null) {
            members.addPutView(value instanceof FieldType.MessagePointer);
        }
    }

    private String allocator() {
        return map.valueIsElsewhere() ? "allocator, " : "";
    }

    private void addPut(String name, TypeName type, String value, CodeBlock set) {
        MethodSpec.Builder put = put(name, map.type(), map.keyIsElsewhere() || map.valueIsElsewhere())
                .addJavadoc("Sets the value of a key$L.\n\n@return this view\n", copied())
                .addJavadoc(errors())
                .addParameter(type, value)
                .addStatement("int index = indexOf(parent, field, key)")
                .beginControlFlow("if (index >= 0)")
                .addStatement("entry(index)$L", set)
                .nextControlFlow("else")
                .addStatement("new $T(entrySegment(), room()).clear()$L$L", map.entry(), map.setKey(), set)
                .addStatement("added()")
                .endControlFlow()
                .addStatement("return this");
        out.addMethod(put.build());
    }

    /** {@code put(key)} answers the value's view, to be filled. */
    private void addPutView(boolean isPointer) {
        String init = map.value().names().helper(Helper.INIT);
        MethodSpec.Builder put = put("put", map.valueType(), map.keyIsElsewhere() || isPointer)
                .addJavadoc("Sets the value of a key to one with every field at its default.\n\n@return its view\n")
                .addJavadoc(errors())
                .addStatement("int index = indexOf(parent, field, key)")
                .beginControlFlow("if (index < 0)")
                .addStatement("new $T(entrySegment(), room()).clear()$L", map.entry(), map.setKey())
                .addStatement("added()")
                .addStatement("index = entryCount() - 1")
                .endControlFlow()
                .addStatement("return entry(index).$N($L)", init, isPointer ? "allocator" : "");
        out.addMethod(put.build());
    }

    private String copied() {
        return map.value().type().reachedStruct() == null ? "" : " to a copy of a message";
    }

    private static CodeBlock errors() {
        return CodeBlock.of("@throws $T if the map is full, or the key or value doesn't fit\n", Types.FIELD_OVERFLOW);
    }

    private MethodSpec.Builder put(String name, TypeName result, boolean allocates) {
        MethodSpec.Builder put =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(result);
        if (allocates) {
            put.addParameter(Types.SEGMENT_ALLOCATOR, "allocator");
        }
        return put.addParameter(map.keyType(), "key");
    }
}
