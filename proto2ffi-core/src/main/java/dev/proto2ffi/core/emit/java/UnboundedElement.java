package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * A pointer to text or bytes and a length: {@code UnboundedStrings.get(segment, offset + CONTENT_OFFSET, "a.Post.content")}.
 *
 * @param runtime the class that reads and writes
 */
record UnboundedElement(ClassName runtime, TypeName type, CodeBlock zero, String field) implements Element {
    @Override
    public CodeBlock read(CodeBlock segment, CodeBlock at) {
        return CodeBlock.of("$T.get($L, $L, $S)", runtime, segment, at, field);
    }

    @Override
    public CodeBlock write(CodeBlock segment, CodeBlock at, String value) {
        return CodeBlock.of("$T.set($L, $L, allocator, $L, $S)", runtime, segment, at, value, field);
    }

    @Override
    public boolean isPointer() {
        return true;
    }
}
