package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/**
 * The presence bit of a field.
 *
 * <pre>{@code
 * public static boolean hasNick(MemorySegment segment, long offset) {
 *     return Presence.has(segment, offset + PRESENCE_OFFSET, 0);
 * }
 * }</pre>
 */
final class PresenceMembers {
    private PresenceMembers() {}

    static void add(FieldScope scope, TypeSpec.Builder out) {
        String has = scope.names().helper(Helper.HAS);
        String field = scope.field().name();
        out.addMethod(method(has)
                .addJavadoc("Whether {@code $L} is present.\n", field)
                .returns(TypeName.BOOLEAN)
                .addStatement("return $N($T.base(segment), address)", has, Types.ACCESS)
                .build());
        out.addMethod(method(has)
                .addModifiers(Modifier.STATIC)
                .addJavadoc("{@link #$N()} of the struct at an offset of a native segment.\n", has)
                .returns(TypeName.BOOLEAN)
                .addParameter(Types.MEMORY_SEGMENT, "segment")
                .addParameter(TypeName.LONG, "offset")
                .addStatement("return $T.has($L)", Types.PRESENCE, scope.presenceArguments("segment", "offset"))
                .build());
        out.addMethod(method(scope.names().helper(Helper.CLEAR))
                .addJavadoc("Makes {@code $L} absent. Its bytes keep what they held.\n\n@return this view\n", field)
                .returns(scope.owner())
                .addStatement("$T $L = $T.base(segment)", Types.MEMORY_SEGMENT, Extras.BASE, Types.ACCESS)
                .addStatement("$T.clear($L)", Types.PRESENCE, scope.presenceArguments(Extras.BASE, "address"))
                .addStatement("return this")
                .build());
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    }
}
