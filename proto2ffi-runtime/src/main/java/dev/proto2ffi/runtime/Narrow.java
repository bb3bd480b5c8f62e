package dev.proto2ffi.runtime;

/** Numbers of enums that are stored in fewer than four bytes ({@code int_size}). */
public final class Narrow {
    private Narrow() {}

    /**
     * The number as one byte.
     *
     * @throws FieldOverflowException if it is outside -128 to 127
     */
    public static byte toInt8(int number, String field) {
        if (number != (byte) number) {
            throw outside(number, Byte.MIN_VALUE, Byte.MAX_VALUE, field);
        }
        return (byte) number;
    }

    /**
     * The number as two bytes.
     *
     * @throws FieldOverflowException if it is outside -32,768 to 32,767
     */
    public static short toInt16(int number, String field) {
        if (number != (short) number) {
            throw outside(number, Short.MIN_VALUE, Short.MAX_VALUE, field);
        }
        return (short) number;
    }

    private static FieldOverflowException outside(int number, int least, int greatest, String field) {
        return new FieldOverflowException(
                field, number + " is outside " + least + " to " + greatest + ", the range of its storage");
    }
}
