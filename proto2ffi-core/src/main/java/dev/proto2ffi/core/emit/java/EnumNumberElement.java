package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.model.FieldType;

/** The number of an enum: an int in Java, or a long where it is stored in 8 bytes. */
record EnumNumberElement(FieldType.EnumValue value, String field) implements Element {
    @Override
    public TypeName type() {
        return IntegerStorage.of(value).type();
    }

    @Override
    public CodeBlock read(CodeBlock segment, CodeBlock at) {
        return CodeBlock.of("$L.get($T.$L, $L)", segment, Types.VALUE_LAYOUT, access(), at);
    }

    @Override
    public CodeBlock write(CodeBlock segment, CodeBlock at, String number) {
        return CodeBlock.of(
                "$L.set($T.$L, $L, $L)",
                segment,
                Types.VALUE_LAYOUT,
                access(),
                at,
                IntegerStorage.of(value).narrowed(CodeBlock.of("$L", number), field));
    }

    private String access() {
        return JavaScalar.integerAccess(value.storageSize());
    }

    @Override
    public CodeBlock zero() {
        return CodeBlock.of("0");
    }
}
