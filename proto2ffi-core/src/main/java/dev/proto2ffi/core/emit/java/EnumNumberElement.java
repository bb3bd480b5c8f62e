package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** The number of an enum, an int in Java and 1, 2 or 4 bytes in memory. */
record EnumNumberElement(int storageSize, String field) implements Element {
    @Override
    public TypeName type() {
        return TypeName.INT;
    }

    @Override
    public CodeBlock read(String segment, CodeBlock at) {
        return CodeBlock.of("$L.get($T.$L, $L)", segment, Types.VALUE_LAYOUT, JavaScalar.enumAccess(storageSize), at);
    }

    @Override
    public CodeBlock write(String segment, CodeBlock at, String value) {
        return CodeBlock.of(
                "$L.set($T.$L, $L, $L)",
                segment,
                Types.VALUE_LAYOUT,
                JavaScalar.enumAccess(storageSize),
                at,
                narrowed(value));
    }

    private CodeBlock narrowed(String value) {
        return switch (storageSize) {
            case Byte.BYTES -> CodeBlock.of("$T.toInt8($L, $S)", Types.NARROW, value, field);
            case Short.BYTES -> CodeBlock.of("$T.toInt16($L, $S)", Types.NARROW, value, field);
            default -> CodeBlock.of("$L", value);
        };
    }

    @Override
    public CodeBlock zero() {
        return CodeBlock.of("0");
    }
}
