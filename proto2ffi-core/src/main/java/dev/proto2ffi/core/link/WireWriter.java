package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Bytes of the protobuf wire format. */
final class WireWriter {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int START_GROUP = 3;
    static final int END_GROUP = 4;
    static final int FIXED32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static int wireType(@Nullable Type type) {
        if (type == null) {
            throw new IllegalStateException("field without type");
        }
        return switch (type) {
            case TYPE_DOUBLE, TYPE_FIXED64, TYPE_SFIXED64 -> FIXED64;
            case TYPE_FLOAT, TYPE_FIXED32, TYPE_SFIXED32 -> FIXED32;
            case TYPE_STRING, TYPE_BYTES, TYPE_MESSAGE -> BYTES;
            case TYPE_GROUP -> START_GROUP;
            default -> VARINT;
        };
    }

    void tag(int number, int wireType) {
        varint(((long) number << 3) | wireType);
    }

    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    void bytes(byte[] value) {
        varint(value.length);
        out.writeBytes(value);
    }

    private void fixed(long value, int size) {
        for (int i = 0; i < size; i++) {
            out.write((int) (value >>> (8 * i)));
        }
    }

    /** An extension of a message set, in the form of old. */
    void messageSetItem(int number, byte[] message) {
        tag(1, START_GROUP);
        tag(2, VARINT);
        varint(number);
        tag(3, BYTES);
        bytes(message);
        tag(1, END_GROUP);
    }

    /** A value without its tag. */
    void scalar(@Nullable Type type, Object value) {
        if (value instanceof Double number) {
            fixed(Double.doubleToRawLongBits(number), 8);
        } else if (value instanceof Float number) {
            fixed(Float.floatToRawIntBits(number), 4);
        } else if (value instanceof byte[] text) {
            bytes(text);
        } else if (value instanceof Long number && type != null) {
            switch (type) {
                case TYPE_FIXED64, TYPE_SFIXED64 -> fixed(number, 8);
                case TYPE_FIXED32, TYPE_SFIXED32 -> fixed(number, 4);
                case TYPE_SINT32, TYPE_SINT64 -> varint((number << 1) ^ (number >> 63));
                default -> varint(number);
            }
        } else {
            throw new IllegalStateException("no scalar: " + value);
        }
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
