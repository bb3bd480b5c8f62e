package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;

/** A number or bool: {@code segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + POST_ID_OFFSET)}. */
record ScalarElement(FieldType.Scalar scalar, String field) implements Element {
    @Override
    public TypeName type() {
        return JavaScalar.of(scalar).type();
    }

    @Override
    public CodeBlock read(CodeBlock segment, CodeBlock at) {
        CodeBlock stored = CodeBlock.of(
                "$L.get($T.$L, $L)",
                segment,
                Types.VALUE_LAYOUT,
                JavaScalar.of(scalar).access(),
                at);
        return switch (scalar.scalar().kind()) {
            case BOOL -> CodeBlock.of("$L != 0", stored);
            case FLOATING -> stored;
            case SIGNED, UNSIGNED -> IntegerStorage.of(scalar).extended(stored);
        };
    }

    @Override
    public CodeBlock write(CodeBlock segment, CodeBlock at, String value) {
        CodeBlock stored = switch (scalar.scalar().kind()) {
            case BOOL -> CodeBlock.of("(byte) ($L ? 1 : 0)", value);
            case FLOATING -> CodeBlock.of("$L", value);
            case SIGNED, UNSIGNED -> IntegerStorage.of(scalar).narrowed(CodeBlock.of("$L", value), field);
        };
        return CodeBlock.of(
                "$L.set($T.$L, $L, $L)",
                segment,
                Types.VALUE_LAYOUT,
                JavaScalar.of(scalar).access(),
                at,
                stored);
    }

    @Override
    public CodeBlock zero() {
        return CodeBlock.of(scalar.scalar().kind() == ScalarType.Kind.BOOL ? "false" : "0");
    }
}
