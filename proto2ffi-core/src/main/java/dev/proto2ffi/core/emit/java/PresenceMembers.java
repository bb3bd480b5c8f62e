package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;

/**
 * Whether a field is present: its bit is set, or its oneof holds it.
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
        String field = scope.field().name();
        new AccessorMethods(out, scope.names().helper(Helper.HAS))
                .addGetters(
                        TypeName.BOOLEAN,
                        CodeBlock.of(
                                scope.isInOneof()
                                        ? "Whether the oneof holds {@code $L}.\n"
                                        : "Whether {@code $L} is present.\n",
                                field),
                        CodeBlock.builder()
                                .addStatement("return $L", test(scope))
                                .build());
        if (!scope.isInOneof()) {
            new AccessorMethods(out, scope.names().helper(Helper.CLEAR))
                    .addSetters(
                            scope.owner(),
                            CodeBlock.of(
                                    "Makes {@code $L} absent. Its bytes keep what they held.\n\n@return this view\n",
                                    field),
                            CodeBlock.builder()
                                    .addStatement(
                                            "$T.clear($L)",
                                            Types.PRESENCE,
                                            scope.presenceArguments("segment", "offset"))
                                    .build());
        }
    }

    private static CodeBlock test(FieldScope scope) {
        if (!scope.isInOneof()) {
            return CodeBlock.of("$T.has($L)", Types.PRESENCE, scope.presenceArguments("segment", "offset"));
        }
        CodeBlock held = CodeBlock.of(
                "$T.get(segment, offset + $L) == $L",
                Types.ONEOFS,
                scope.oneofNames().offset(),
                scope.field().number());
        // A pointer that native code left NULL is absent, whatever the case says.
        return scope.type() instanceof FieldType.MessagePointer
                ? CodeBlock.of(
                        "$L && $T.has(segment, offset + $L)",
                        held,
                        Types.POINTERS,
                        scope.names().offset())
                : held;
    }
}
