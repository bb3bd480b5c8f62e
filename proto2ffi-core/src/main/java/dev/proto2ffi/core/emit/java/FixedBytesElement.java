package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** {@code uint8_t[size]}: {@code FixedBytes.get(segment, offset + HASH_OFFSET, 32)}. */
record FixedBytesElement(int size, String field) implements Element {
    @Override
    public TypeName type() {
        return Types.BYTE_ARRAY;
    }

    @Override
    public CodeBlock read(CodeBlock segment, CodeBlock at) {
        return CodeBlock.of("$T.get($L, $L, $L)", Types.FIXED_BYTES, segment, at, size);
    }

    @Override
    public CodeBlock write(CodeBlock segment, CodeBlock at, String value) {
        return CodeBlock.of("$T.set($L, $L, $L, $L, $S)", Types.FIXED_BYTES, segment, at, size, value, field);
    }

    @Override
    public CodeBlock zero() {
        return CodeBlock.of("new byte[$L]", size);
    }
}
