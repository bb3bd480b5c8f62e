package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.model.ScalarType;

/** A number or bool: {@code segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + POST_ID_OFFSET)}. */
record ScalarElement(ScalarType scalar) implements Element {
    @Override
    public TypeName type() {
        return JavaScalar.of(scalar).type();
    }

    @Override
    public CodeBlock read(String segment, CodeBlock at) {
        CodeBlock value = CodeBlock.of(
                "$L.get($T.$L, $L)",
                segment,
                Types.VALUE_LAYOUT,
                JavaScalar.of(scalar).access(),
                at);
        return isBool() ? CodeBlock.of("$L != 0", value) : value;
    }

    @Override
    public CodeBlock write(String segment, CodeBlock at, String value) {
        return CodeBlock.of(
                "$L.set($T.$L, $L, $L)",
                segment,
                Types.VALUE_LAYOUT,
                JavaScalar.of(scalar).access(),
                at,
                isBool() ? "(byte) (" + value + " ? 1 : 0)" : value);
    }

    @Override
    public CodeBlock zero() {
        return CodeBlock.of(isBool() ? "false" : "0");
    }

    private boolean isBool() {
        return scalar.kind() == ScalarType.Kind.BOOL;
    }
}
