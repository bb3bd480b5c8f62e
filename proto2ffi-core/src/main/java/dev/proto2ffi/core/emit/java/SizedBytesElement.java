package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** A struct of size and data: {@code SizedBytes.get(segment, offset + PAYLOAD_OFFSET, 64, "net.Packet.payload")}. */
record SizedBytesElement(int maxSize, String field) implements Element {
    @Override
    public TypeName type() {
        return Types.BYTE_ARRAY;
    }

    @Override
    public CodeBlock read(CodeBlock segment, CodeBlock at) {
        return CodeBlock.of("$T.get($L, $L, $L, $S)", Types.SIZED_BYTES, segment, at, maxSize, field);
    }

    @Override
    public CodeBlock write(CodeBlock segment, CodeBlock at, String value) {
        return CodeBlock.of("$T.set($L, $L, $L, $L, $S)", Types.SIZED_BYTES, segment, at, maxSize, value, field);
    }

    @Override
    public CodeBlock zero() {
        return CodeBlock.of("new byte[0]");
    }

    @Override
    public boolean answersBytesWritten() {
        return true;
    }
}
