package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;

/**
 * What bytes have beside their accessors, for those who can do without an array: a setter from a segment, size,
 * segment, comparison.
 *
 * <pre>{@code
 * public MemorySegment payloadSegment() {
 *     MemorySegment base = Access.base(segment);
 *     return SizedBytes.segment(base, address + PAYLOAD_OFFSET, 64, "net.Packet.payload");
 * }
 * }</pre>
 */
final class BytesMembers {
    private final FieldScope scope;
    private final Place place;
    private final TypeSpec.Builder out;
    private final CodeBlock at;
    private final String of;

    private BytesMembers(FieldScope scope, Place place, TypeSpec.Builder out) {
        this.scope = scope;
        this.place = place;
        this.out = out;
        this.at = place.at(Extras.BASE, "address");
        this.of = "{@link #" + scope.names().accessor() + "(" + place.linkTypes() + ")}";
    }

    static void add(FieldScope scope, Place place, FieldType.BoundedBytes type, TypeSpec.Builder out) {
        BytesMembers members = new BytesMembers(scope, place, out);
        members.addSetter(type);
        CodeBlock tail = CodeBlock.of("$L, $S", type.maxSize(), scope.fullName());
        out.addMethod(members.extra(Helper.SIZE, TypeName.INT, "The number of bytes in ")
                .addStatement("return $T.size($L, $L, $L)", Types.SIZED_BYTES, Extras.BASE, members.at, tail)
                .build());
        out.addMethod(members.extra(Helper.SEGMENT, Types.MEMORY_SEGMENT, "The bytes in place of ")
                .addStatement("return $T.segment($L, $L, $L)", Types.SIZED_BYTES, Extras.BASE, members.at, tail)
                .build());
        out.addMethod(members.extra(Helper.EQUALS, TypeName.BOOLEAN, "Whether these are the bytes of ")
                .addParameter(Types.BYTE_ARRAY, "value")
                .addStatement(
                        "return $T.contentEquals($L, $L, $L, value, $S)",
                        Types.SIZED_BYTES,
                        Extras.BASE,
                        members.at,
                        type.maxSize(),
                        scope.fullName())
                .build());
    }

    static void add(FieldScope scope, Place place, FieldType.FixedBytes type, TypeSpec.Builder out) {
        BytesMembers members = new BytesMembers(scope, place, out);
        members.addSetter(type);
        out.addMethod(members.extra(Helper.SEGMENT, Types.MEMORY_SEGMENT, "The bytes in place of ")
                .addStatement("return $L.asSlice($L, $L)", Extras.BASE, members.at, type.size())
                .build());
        out.addMethod(members.extra(Helper.EQUALS, TypeName.BOOLEAN, "Whether these are the bytes of ")
                .addParameter(Types.BYTE_ARRAY, "value")
                .addStatement(
                        "return value.length == $L && $T.contentEquals($L, $L, value)",
                        type.size(),
                        Types.FIXED_BYTES,
                        Extras.BASE,
                        members.at)
                .build());
    }

    private void addSetter(FieldType type) {
        MethodSpec.Builder setter = Extras.method(
                        scope.names().accessor(), place, scope.owner(), FieldDocs.setter(scope, type))
                .addParameter(Types.MEMORY_SEGMENT, "value")
                .addStatement(Element.of(type, scope.fullName()).write(Extras.BASE, at, "value"));
        if (scope.hasPresence()) {
            setter.addStatement("$T.set($L)", Types.PRESENCE, scope.presenceArguments(Extras.BASE, "address"));
        }
        out.addMethod(setter.addStatement("return this").build());
    }

    private MethodSpec.Builder extra(Helper helper, TypeName result, String what) {
        return Extras.method(
                scope.names().helper(helper), place, result, Docs.line(what + of + "." + Extras.ofStored(scope)));
    }
}
