package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** {@code char[maxSize]}: {@code Strings.get(segment, offset + CONTENT_OFFSET, 5000)}. */
record StringElement(int maxSize, String field) implements Element {
    @Override
    public TypeName type() {
        return Types.STRING;
    }

    @Override
    public CodeBlock read(CodeBlock segment, CodeBlock at) {
        return CodeBlock.of("$T.get($L, $L, $L)", Types.STRINGS, segment, at, maxSize);
    }

    @Override
    public CodeBlock write(CodeBlock segment, CodeBlock at, String value) {
        return CodeBlock.of("$T.set($L, $L, $L, $L, $S)", Types.STRINGS, segment, at, maxSize, value, field);
    }

    @Override
    public CodeBlock zero() {
        return CodeBlock.of("$S", "");
    }

    @Override
    public boolean answersBytesWritten() {
        return true;
    }
}
