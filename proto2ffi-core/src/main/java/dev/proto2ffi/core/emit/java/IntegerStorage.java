package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;

/**
 * How Java's int or long becomes an integer of another width in memory, and back.
 *
 * @param size bytes in memory
 * @param isSigned whether reads extend by the sign
 * @param type int or long
 */
record IntegerStorage(int size, boolean isSigned, TypeName type) {
    static IntegerStorage of(FieldType.Scalar scalar) {
        boolean isSigned = scalar.scalar().kind() == ScalarType.Kind.SIGNED;
        return new IntegerStorage(
                scalar.storageSize(), isSigned, JavaScalar.of(scalar).type());
    }

    static IntegerStorage of(FieldType.EnumValue type) {
        return new IntegerStorage(
                type.storageSize(), true, type.storageSize() == Long.BYTES ? TypeName.LONG : TypeName.INT);
    }

    /** Whether a value may not fit. */
    boolean isNarrow() {
        return size < javaSize();
    }

    private int javaSize() {
        return TypeName.LONG.equals(type) ? Long.BYTES : Integer.BYTES;
    }

    /** What memory holds, as Java's value. */
    CodeBlock extended(CodeBlock stored) {
        if (isSigned || !isNarrow()) {
            return stored;
        }
        Class<?> box = size == Byte.BYTES ? Byte.class : size == Short.BYTES ? Short.class : Integer.class;
        return CodeBlock.of("$T.toUnsigned$L($L)", box, javaSize() == Long.BYTES ? "Long" : "Int", stored);
    }

    /** Java's value as memory holds it, or an exception. */
    CodeBlock narrowed(CodeBlock value, String field) {
        return isNarrow()
                ? CodeBlock.of("$T.to$L$L($L, $S)", Types.NARROW, isSigned ? "Int" : "Uint", size * 8, value, field)
                : value;
    }

    /** The range in words. */
    String range() {
        int bits = size * Byte.SIZE;
        return isSigned ? "-2^" + (bits - 1) + " to 2^" + (bits - 1) + " - 1" : "0 to 2^" + bits + " - 1";
    }
}
