package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.FieldDef;
import java.util.StringJoiner;

/** The defaults of fields as literals. */
final class Defaults {
    private Defaults() {}

    /** The value that an absent field reads as: for enums the number. */
    static CodeBlock literal(FieldDef field, Element element) {
        DefaultValue value = field.defaultValue();
        if (value instanceof DefaultValue.OfInteger integer) {
            return TypeName.LONG.equals(element.type())
                    ? CodeBlock.of("$LL", integer.bits())
                    : CodeBlock.of("$L", (int) integer.bits());
        }
        if (value instanceof DefaultValue.OfFloating floating) {
            return TypeName.DOUBLE.equals(element.type())
                    ? doubleLiteral(floating.value())
                    : floatLiteral((float) floating.value());
        }
        if (value instanceof DefaultValue.OfBool bool) {
            return CodeBlock.of("$L", bool.value());
        }
        if (value instanceof DefaultValue.OfString text) {
            return CodeBlock.of("$S", text.value());
        }
        if (value instanceof DefaultValue.OfBytes bytes) {
            return bytesLiteral(bytes.value());
        }
        if (value instanceof DefaultValue.OfEnum constant) {
            return CodeBlock.of("$L", constant.value().number());
        }
        return element.zero();
    }

    private static CodeBlock doubleLiteral(double value) {
        if (Double.isNaN(value)) {
            return CodeBlock.of("$T.NaN", Double.class);
        }
        return Double.isInfinite(value)
                ? CodeBlock.of("$T.$L_INFINITY", Double.class, value > 0 ? "POSITIVE" : "NEGATIVE")
                : CodeBlock.of("$L", value);
    }

    private static CodeBlock floatLiteral(float value) {
        if (Float.isNaN(value)) {
            return CodeBlock.of("$T.NaN", Float.class);
        }
        return Float.isInfinite(value)
                ? CodeBlock.of("$T.$L_INFINITY", Float.class, value > 0 ? "POSITIVE" : "NEGATIVE")
                : CodeBlock.of("$Lf", value);
    }

    private static CodeBlock bytesLiteral(byte[] bytes) {
        StringJoiner values = new StringJoiner(", ", "{", "}");
        for (byte value : bytes) {
            values.add(Byte.toString(value));
        }
        return CodeBlock.of("new byte[] $L", values);
    }
}
