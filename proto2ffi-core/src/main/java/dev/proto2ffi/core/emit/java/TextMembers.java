package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;

/**
 * What a string has beside its accessors, for those who can do without a String: size, segment, comparison.
 *
 * <pre>{@code
 * public int contentSize() {
 *     MemorySegment base = Access.base(segment);
 *     return Strings.size(base, address + CONTENT_OFFSET, 5000);
 * }
 * }</pre>
 */
final class TextMembers {
    private TextMembers() {}

    static void add(FieldScope scope, Place place, FieldType.BoundedString type, TypeSpec.Builder out) {
        FieldNames names = scope.names();
        CodeBlock at = place.at(Extras.BASE, "address");
        String of = "{@link #" + names.accessor() + "(" + place.linkTypes() + ")}";
        String stored = Extras.ofStored(scope);
        out.addMethod(Extras.method(
                        names.helper(Helper.SIZE),
                        place,
                        TypeName.INT,
                        Docs.line("Bytes of UTF-8 in " + of + ", without the terminating NUL." + stored))
                .addStatement("return $T.size($L, $L, $L)", Types.STRINGS, Extras.BASE, at, type.maxSize())
                .build());
        out.addMethod(Extras.method(
                        names.helper(Helper.SEGMENT),
                        place,
                        Types.MEMORY_SEGMENT,
                        Docs.line("The UTF-8 of " + of + " in place, without the terminating NUL." + stored))
                .addStatement("return $T.segment($L, $L, $L)", Types.STRINGS, Extras.BASE, at, type.maxSize())
                .build());
        out.addMethod(Extras.method(
                        names.helper(Helper.EQUALS),
                        place,
                        TypeName.BOOLEAN,
                        Docs.line("Whether the UTF-8 of " + of + " is this." + stored))
                .addParameter(Types.BYTE_ARRAY, "utf8")
                .addStatement(
                        "return $T.contentEquals($L, $L, $L, utf8)", Types.STRINGS, Extras.BASE, at, type.maxSize())
                .build());
    }
}
