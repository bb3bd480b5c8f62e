package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;

/**
 * What strings and bytes have beside their accessors, for those who can do without a String or an array: size, segment,
 * comparison.
 *
 * <pre>{@code
 * public static int contentSize(MemorySegment segment, long offset) {
 *     return Strings.size(segment, offset + CONTENT_OFFSET, 5000);
 * }
 * }</pre>
 */
final class ContentMembers {
    private final FieldScope scope;
    private final Place place;
    private final CodeBlock at;
    private final CodeBlock link;
    private final boolean isText;
    private final TypeSpec.Builder out;

    private ContentMembers(FieldScope scope, Place place, boolean isText, TypeSpec.Builder out) {
        this.scope = scope;
        this.place = place;
        this.at = CodeBlock.of("$L, $L", place.base("segment"), place.at("segment", "offset"));
        this.link = CodeBlock.of("{@link #$N($L)}", scope.names().accessor(), Docs.linkTypes(place.parameters()));
        this.isText = isText;
        this.out = out;
    }

    static void add(FieldScope scope, Place place, FieldType.BoundedString type, TypeSpec.Builder out) {
        new ContentMembers(scope, place, true, out)
                .addAll(
                        Types.STRINGS,
                        TypeName.INT,
                        CodeBlock.of(", $L", type.maxSize()),
                        CodeBlock.of(", $L, utf8", type.maxSize()));
    }

    /** Of bytes of any kind, and of unbounded strings. */
    static void add(FieldScope scope, Place place, FieldType type, TypeSpec.Builder out) {
        boolean isText = type instanceof FieldType.UnboundedString;
        ContentMembers members = new ContentMembers(scope, place, isText, out);
        if (type instanceof FieldType.FixedBytes fixed) {
            members.addFixed(fixed);
        } else if (type instanceof FieldType.BoundedBytes bounded) {
            members.addAll(
                    Types.SIZED_BYTES,
                    TypeName.INT,
                    CodeBlock.of(", $L, $S", bounded.maxSize(), scope.fullName()),
                    CodeBlock.of(", $L, value, $S", bounded.maxSize(), scope.fullName()));
        } else {
            members.addAll(
                    Types.UNBOUNDED_BYTES,
                    TypeName.LONG,
                    CodeBlock.of(", $S", scope.fullName()),
                    CodeBlock.of(", $L, $S", isText ? "utf8" : "value", scope.fullName()));
        }
    }

    private void addAll(ClassName runtime, TypeName sizeType, CodeBlock tail, CodeBlock equalsTail) {
        String of = isText ? "Bytes of UTF-8 in " : "The number of bytes in ";
        methods(Helper.SIZE).addGetters(sizeType, doc(of), body("return $T.size($L$L)", runtime, at, tail));
        addSegment(body("return $T.segment($L$L)", runtime, at, tail));
        addEquals(body("return $T.contentEquals($L$L)", runtime, at, equalsTail));
    }

    private void addFixed(FieldType.FixedBytes type) {
        addSegment(
                body("return $L.asSlice($L, $L)", place.base("segment"), place.at("segment", "offset"), type.size()));
        addEquals(body("return value.length == $L && $T.contentEquals($L, value)", type.size(), Types.FIXED_BYTES, at));
    }

    private void addSegment(CodeBlock body) {
        methods(Helper.SEGMENT)
                .addSegments(owner(), doc(isText ? "The UTF-8 in place of " : "The bytes in place of "), body);
    }

    /** Memory behind pointers is outside of the view's segment. */
    private ClassName owner() {
        boolean isElsewhere = scope.isUnbounded()
                || Element.of(scope.elementType(), scope.fullName()).isPointer();
        return isElsewhere ? Types.POINTERS : Types.ACCESS;
    }

    private void addEquals(CodeBlock body) {
        methods(Helper.EQUALS)
                .with(Types.BYTE_ARRAY, isText ? "utf8" : "value")
                .addGetters(
                        TypeName.BOOLEAN,
                        doc(isText ? "Whether this is the UTF-8 of " : "Whether these are the bytes of "),
                        body);
    }

    private AccessorMethods methods(Helper helper) {
        return new AccessorMethods(out, scope.names().helper(helper)).with(place.parameters());
    }

    private CodeBlock body(String statement, Object... arguments) {
        return Guards.beforeRead(scope, "segment", "offset").toBuilder()
                .addStatement(statement, arguments)
                .build();
    }

    private CodeBlock doc(String what) {
        String stored = scope.hasPresence() ? " Looks at the stored bytes even while the field is absent." : "";
        return CodeBlock.of("$L$L.$L\n", what, link, stored);
    }
}
