package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/**
 * A map field: a view of the map, and, where it is unbounded, a setter of the whole of it.
 *
 * <pre>{@code
 * public AgesMap ages() {
 *     return new AgesMap(this);
 * }
 * }</pre>
 */
final class MapMembers {
    private MapMembers() {}

    static void add(FieldScope scope, TypeSpec.Builder out) {
        MapShape map = new MapShape(scope);
        String accessor = scope.names().accessor();
        out.addMethod(method(accessor)
                .addJavadoc("A view of the map where it stands in this struct.\n\n<p>")
                .addJavadoc(Docs.commented(scope.field().comments(), Docs.storage(scope)))
                .returns(map.type())
                .addStatement("return new $T(this)", map.type())
                .build());
        if (!map.isBounded()) {
            out.addMethod(setter(map, accessor));
        }
    }

    private static MethodSpec setter(MapShape map, String accessor) {
        FieldScope scope = map.scope();
        TypeName values = ParameterizedTypeName.get(
                Types.MAP, map.keyType().box(), map.valueType().box());
        TypeName array = ParameterizedTypeName.get(Types.STRUCT_ARRAY, map.entry());
        return method(accessor)
                .addJavadoc("""
                        Sets the whole of the map to a copy of another. To do without boxes, see {@link #$N}.

                        @param allocator owns the copy, which must live as long as this struct is used
                        @return this view
                        @throws $T if a key or value doesn't fit; the map is then partly set
                        """, scope.names().helper(Helper.ALLOCATE), Types.FIELD_OVERFLOW)
                .returns(scope.owner())
                .addParameter(Types.SEGMENT_ALLOCATOR, "allocator")
                .addParameter(values, "source")
                .addStatement(
                        "$T elements = $N(allocator, source.size())",
                        array,
                        scope.names().helper(Helper.ALLOCATE))
                .addStatement("long index = 0")
                .beginControlFlow("for ($T element : source.entrySet())", entryOf(map))
                .addStatement(
                        "elements.get(index++).$N($Lelement.getKey()).$N($Lelement.getValue())",
                        map.keyAccessor(),
                        map.keyIsElsewhere() ? "allocator, " : "",
                        map.valueAccessor(),
                        map.valueIsElsewhere() ? "allocator, " : "")
                .endControlFlow()
                .addStatement("return this")
                .build();
    }

    private static TypeName entryOf(MapShape map) {
        return ParameterizedTypeName.get(
                Types.MAP.nestedClass("Entry"),
                map.keyType().box(),
                map.valueType().box());
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    }
}
