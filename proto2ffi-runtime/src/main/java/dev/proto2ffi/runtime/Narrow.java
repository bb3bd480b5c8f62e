package dev.proto2ffi.runtime;

/** Numbers that Java holds in more bits than their storage has. */
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

    /**
     * An unsigned number as four bytes.
     *
     * @throws FieldOverflowException if it is outside 0 to 2^32 - 1
     */
    public static int toUint32(long number, String field) {
        if (number != (number & 0xffff_ffffL)) {
            throw outside(number, 0, 0xffff_ffffL, field);
        }
        return (int) number;
    }

    private static FieldOverflowException outside(long number, long least, long greatest, String field) {
        return new FieldOverflowException(
                field, number + " is outside " + least + " to " + greatest + ", the range of its storage");
    }
}
