package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * Prints structs in the style of protobuf's text format: a field a line, those without presence only where they differ
 * from zero. Meant for people and logs; stops after {@value #LIMIT} characters with an ellipsis.
 */
public final class StructText {
    /** Characters after which the text is cut. */
    static final int LIMIT = 4096;

    private final StringBuilder out = new StringBuilder();

    private StructText() {}

    /**
     * The text of a struct.
     *
     * <p>It never throws for what memory holds: a count or size beyond its bound is printed as a comment.
     */
    public static String of(StructView view) {
        StructText text = new StructText();
        text.struct(view.structType(), Access.base(view.segment), view.address, "");
        if (text.isFull()) {
            text.out.setLength(LIMIT);
            text.out.append("…");
        }
        return text.out.toString();
    }

    private boolean isFull() {
        return out.length() > LIMIT;
    }

    private void struct(StructType<?> type, MemorySegment segment, long at, String indent) {
        for (StructField field : type.fields()) {
            if (isFull()) {
                return;
            }
            if (Contents.isPresent(field, segment, at)) {
                field(type, field, segment, at, indent);
            }
        }
    }

    private void field(StructType<?> type, StructField field, MemorySegment segment, long at, String indent) {
        boolean printZero = field.hasPresence() || field.shape() != StructField.Shape.SINGULAR;
        try {
            int count = Contents.count(type, field, segment, at);
            for (int i = 0; i < count && !isFull(); i++) {
                long element = at + field.offset() + i * field.elementSize();
                int start = out.length();
                out.append(indent).append(field.name());
                if (!element(type, field, segment, element, indent) && !printZero) {
                    out.setLength(start);
                }
            }
        } catch (CorruptStructException e) {
            out.append(indent).append("# ").append(e.getMessage()).append('\n');
        }
    }

    /** Prints an element, from the colon on, and says whether it differs from zero. */
    private boolean element(StructType<?> type, StructField field, MemorySegment segment, long at, String indent) {
        if (field.kind() == StructField.Kind.MESSAGE) {
            out.append(" {\n");
            int start = out.length();
            struct(field.message(), segment, at, indent + "  ");
            boolean isSet = out.length() > start;
            out.append(indent).append("}\n");
            return isSet;
        }
        out.append(": ");
        boolean isSet = switch (field.kind()) {
            case STRING -> bytes(FixedBytes.get(segment, at, Strings.size(segment, at, field.bound())), true);
            case BYTES -> bytes(SizedBytes.get(segment, at, field.bound(), Contents.fullName(type, field)), false);
            case FIXED_BYTES -> bytes(FixedBytes.get(segment, at, field.bound()), false);
            case FLOAT -> floating(field, segment, at);
            default -> integer(field, integer(field, segment, at));
        };
        out.append('\n');
        return isSet;
    }

    private boolean floating(StructField field, MemorySegment segment, long at) {
        if (field.elementSize() == Float.BYTES) {
            float value = segment.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at);
            out.append(Float.isFinite(value) ? Float.toString(value) : special(value));
            return Float.floatToRawIntBits(value) != 0;
        }
        double value = segment.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
        out.append(Double.isFinite(value) ? Double.toString(value) : special(value));
        return Double.doubleToRawLongBits(value) != 0;
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }

    private boolean integer(StructField field, long value) {
        switch (field.kind()) {
            case BOOL -> out.append(value != 0);
            case UINT -> out.append(Long.toUnsignedString(value));
            case ENUM -> {
                StructEnum constant = field.constant((int) value);
                out.append(constant.isRecognized() ? constant.toString() : Long.toString(value));
            }
            default -> out.append(value);
        }
        return value != 0;
    }

    /** Reads an integer of any width, extended as its sign demands. */
    private static long integer(StructField field, MemorySegment segment, long at) {
        long value = switch ((int) field.elementSize()) {
            case Byte.BYTES -> segment.get(ValueLayout.JAVA_BYTE, at);
            case Short.BYTES -> segment.get(ValueLayout.JAVA_SHORT_UNALIGNED, at);
            case Integer.BYTES -> segment.get(ValueLayout.JAVA_INT_UNALIGNED, at);
            default -> segment.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
        };
        int unused = Long.SIZE - (int) field.elementSize() * Byte.SIZE;
        return field.kind() == StructField.Kind.UINT ? value << unused >>> unused : value;
    }

    /** Prints quoted bytes, and says whether one differs from zero. */
    private boolean bytes(byte[] bytes, boolean isText) {
        boolean isSet = false;
        for (byte b : bytes) {
            isSet |= b != 0;
        }
        out.append('"');
        if (isText) {
            new String(bytes, StandardCharsets.UTF_8).codePoints().limit(LIMIT).forEach(this::escape);
        } else {
            for (int i = 0; i < bytes.length && !isFull(); i++) {
                escapeByte(bytes[i] & 0xff);
            }
        }
        out.append('"');
        return isSet;
    }

    private void escape(int codePoint) {
        if (codePoint < 0x80) {
            escapeByte(codePoint);
        } else {
            out.appendCodePoint(codePoint);
        }
    }

    private void escapeByte(int value) {
        switch (value) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            default -> {
                if (value >= 0x20 && value < 0x7f) {
                    out.append((char) value);
                } else {
                    out.append('\\')
                            .append((char) ('0' + (value >> 6)))
                            .append((char) ('0' + (value >> 3 & 7)))
                            .append((char) ('0' + (value & 7)));
                }
            }
        }
    }
}
