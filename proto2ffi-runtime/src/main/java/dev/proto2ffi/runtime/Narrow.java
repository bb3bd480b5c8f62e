package dev.proto2ffi.runtime;

/** Integers of the schema stored in fewer bytes than their protobuf type has ({@code int_size}). */
public final class Narrow {
    private Narrow() {}

    /** @throws FieldOverflowException if the value is outside -128 to 127 */
    public static byte toInt8(long value, String field) {
        return (byte) check(value, Byte.MIN_VALUE, Byte.MAX_VALUE, field);
    }

    /** @throws FieldOverflowException if the value is outside 0 to 255 */
    public static byte toUint8(long value, String field) {
        return (byte) check(value, 0, 0xff, field);
    }

    /** @throws FieldOverflowException if the value is outside -32,768 to 32,767 */
    public static short toInt16(long value, String field) {
        return (short) check(value, Short.MIN_VALUE, Short.MAX_VALUE, field);
    }

    /** @throws FieldOverflowException if the value is outside 0 to 65,535 */
    public static short toUint16(long value, String field) {
        return (short) check(value, 0, 0xffff, field);
    }

    /** @throws FieldOverflowException if the value is outside -2^31 to 2^31 - 1 */
    public static int toInt32(long value, String field) {
        return (int) check(value, Integer.MIN_VALUE, Integer.MAX_VALUE, field);
    }

    /** @throws FieldOverflowException if the value is outside 0 to 2^32 - 1 */
    public static int toUint32(long value, String field) {
        return (int) check(value, 0, 0xffff_ffffL, field);
    }

    private static long check(long value, long least, long greatest, String field) {
        if (value < least || value > greatest) {
            throw new FieldOverflowException(
                    field, value + " is outside " + least + " to " + greatest + ", the range of its storage");
        }
        return value;
    }
}
