package dev.proto2ffi.runtime;

/** Numbers that Java holds in more bits than their storage has. */
public final class Narrow {
    private Narrow() {}

    /**
     * The number as one byte.
     *
     * @throws FieldOverflowException if it is outside -128 to 127
     */
    public static byte toInt8(long number, String field) {
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
    public static short toInt16(long number, String field) {
        if (number != (short) number) {
            throw outside(number, Short.MIN_VALUE, Short.MAX_VALUE, field);
        }
        return (short) number;
    }

    /**
     * The number as four bytes.
     *
     * @throws FieldOverflowException if it is outside -2^31 to 2^31 - 1
     */
    public static int toInt32(long number, String field) {
        if (number != (int) number) {
            throw outside(number, Integer.MIN_VALUE, Integer.MAX_VALUE, field);
        }
        return (int) number;
    }

    /**
     * An unsigned number as one byte.
     *
     * @throws FieldOverflowException if it is outside 0 to 255
     */
    public static byte toUint8(long number, String field) {
        if (number != (number & 0xff)) {
            throw outside(number, 0, 0xff, field);
        }
        return (byte) number;
    }

    /**
     * An unsigned number as two bytes.
     *
     * @throws FieldOverflowException if it is outside 0 to 65,535
     */
    public static short toUint16(long number, String field) {
        if (number != (number & 0xffff)) {
            throw outside(number, 0, 0xffff, field);
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

    /** Checks that a number fits in so many bytes. */
    static void check(long number, int width, boolean signed, String field) {
        long mask = mask(width);
        long least = signed ? ~(mask >>> 1) : 0;
        long greatest = signed ? mask >>> 1 : mask;
        if (width < Long.BYTES && (number < least || number > greatest)) {
            throw outside(number, least, greatest, field);
        }
    }

    /** All bits of so many bytes. */
    static long mask(int width) {
        return -1L >>> Long.SIZE - width * Byte.SIZE;
    }

    private static FieldOverflowException outside(long number, long least, long greatest, String field) {
        return new FieldOverflowException(
                field, number + " is outside " + least + " to " + greatest + ", the range of its storage");
    }
}
