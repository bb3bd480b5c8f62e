package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.FieldType;
import java.nio.charset.StandardCharsets;

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
        CodeBlock absentSize = CodeBlock.of("$L", absent().length);
        methods(Helper.SIZE).addGetters(sizeType, doc(of), body(absentSize, "return $T.size($L$L)", runtime, at, tail));
        addSegment(body(absentSegment(), "return $T.segment($L$L)", runtime, at, tail));
        addEquals(body(absentEquals(), "return $T.contentEquals($L$L)", runtime, at, equalsTail));
    }

    private void addFixed(FieldType.FixedBytes type) {
        addSegment(body(
                absentSegment(),
                "return $L.asSlice($L, $L)",
                place.base("segment"),
                place.at("segment", "offset"),
                type.size()));
        addEquals(body(
                absentEquals(),
                "return value.length == $L && $T.contentEquals($L, value)",
                type.size(),
                Types.FIXED_BYTES,
                at));
    }

    /** What an absent field reads as, in bytes. */
    private byte[] absent() {
        DefaultValue value = scope.field().defaultValue();
        if (value instanceof DefaultValue.OfString text) {
            return text.value().getBytes(StandardCharsets.UTF_8);
        }
        if (value instanceof DefaultValue.OfBytes bytes) {
            return bytes.value();
        }
        return new byte[scope.elementType() instanceof FieldType.FixedBytes fixed ? fixed.size() : 0];
    }

    /** A default is nowhere in the struct. */
    private CodeBlock absentSegment() {
        return owner().equals(Types.POINTERS)
                ? CodeBlock.of("$T.NULL", Types.MEMORY_SEGMENT)
                : CodeBlock.of("$L.asSlice($L, 0)", place.base("segment"), place.at("segment", "offset"));
    }

    private CodeBlock absentEquals() {
        String value = isText ? "utf8" : "value";
        if (scope.field().defaultValue() == null) {
            return CodeBlock.of("$T.areZero($N, $L)", Types.LITERALS, value, absent().length);
        }
        return CodeBlock.of(
                "$T.areEqual($S, $N)", Types.LITERALS, new String(absent(), StandardCharsets.ISO_8859_1), value);
    }

    private void addSegment(CodeBlock body) {
        String absent = scope.hasPresence() ? " No bytes while it is absent, whatever its default." : "";
        methods(Helper.SEGMENT)
                .addSegments(
                        owner(),
                        CodeBlock.of(
                                "$L$L.$L\n",
                                isText ? "The UTF-8 in place of " : "The bytes in place of ",
                                link,
                                absent),
                        body);
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

    /**
     * A method's body.
     *
     * @param absent what it answers while the field is absent
     */
    private CodeBlock body(CodeBlock absent, String statement, Object... arguments) {
        CodeBlock.Builder body = Guards.beforeRead(scope, "segment", "offset").toBuilder();
        if (scope.hasPresence()) {
            body.beginControlFlow("if (!$N(segment, offset))", scope.names().helper(Helper.HAS))
                    .addStatement("return $L", absent)
                    .endControlFlow();
        }
        return body.addStatement(statement, arguments).build();
    }

    private CodeBlock doc(String what) {
        return CodeBlock.of("$L$L.\n", what, link);
    }
}
