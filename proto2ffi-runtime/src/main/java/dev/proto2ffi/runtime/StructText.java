package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Prints structs in the style of protobuf's text format: a field a line, those that can't be absent only where they
 * differ from zero, a oneof's member only while it is set, pointers followed. Meant for people and logs; stops after
 * {@value #LIMIT} characters with an ellipsis.
 */
public final class StructText {
    /** Characters after which the text is cut. */
    static final int LIMIT = 4096;

    /** Bytes that make more characters than that, however wide. */
    private static final int BYTE_LIMIT = 4 * LIMIT;

    private final TextBuilder out = new TextBuilder(LIMIT);

    private StructText() {}

    /**
     * The text of a struct.
     *
     * <p>It doesn't throw for counts, sizes and pointers that can't be ones: they are printed as comments.
     *
     * @throws IllegalStateException if messages are nested more than 100 deep
     */
    public static String of(StructView view) {
        StructText text = new StructText();
        text.struct(view.structType(), Access.base(view.segment), view.address, "", 1);
        return text.out.toString();
    }

    /** The text of one field of a struct, in the same way. */
    static String of(StructView view, StructField field) {
        StructText text = new StructText();
        text.fieldOrComment(field, Access.base(view.segment), view.address, "", 1);
        return text.out.toString();
    }

    private void struct(StructType<?> type, MemorySegment memory, long at, String indent, int depth) {
        for (StructField field : type.fields()) {
            if (out.isFull()) {
                return;
            }
            fieldOrComment(field, memory, at, indent, depth);
        }
    }

    /** Prints a field, or what is wrong with its count. */
    private void fieldOrComment(StructField field, MemorySegment memory, long at, String indent, int depth) {
        try {
            if (!Elements.isPresent(field, memory, at)) {
                return;
            }
            if (field.isMap()) {
                map(field, new MapEntries(field, memory, at), indent, depth);
                return;
            }
            int count = Elements.count(field, memory, at);
            MemorySegment elements = Elements.memory(field, memory);
            long first = Elements.first(field, memory, at);
            for (int i = 0; i < count && !out.isFull(); i++) {
                elementOrComment(field, elements, first + i * field.elementSize(), indent, depth);
            }
        } catch (CorruptStructException e) {
            comment(indent, e);
        }
    }

    /** Prints an element, or what is wrong with its size or pointer. */
    private void elementOrComment(StructField field, MemorySegment memory, long at, String indent, int depth) {
        int start = out.length();
        try {
            out.append(indent).append(field.name());
            boolean isSet = element(field, memory, at, indent, depth);
            if (!isSet && !Elements.hasAbsence(field)) {
                out.cutTo(start);
            }
        } catch (CorruptStructException e) {
            out.cutTo(start);
            comment(indent, e);
        }
    }

    private void comment(String indent, CorruptStructException e) {
        out.append(indent).append("# ").append(e.getMessage()).append("\n");
    }

    private void map(StructField field, MapEntries entries, String indent, int depth) {
        for (int i = entries.next(-1); i >= 0 && !out.isFull(); i = entries.next(i)) {
            out.append(indent).append(field.name()).append(" {\n");
            entry(entries, entries.key(), i, indent + "  ", depth);
            entry(entries, entries.value(), i, indent + "  ", depth);
            out.append(indent).append("}\n");
        }
    }

    /** Prints the key or the value of an entry, zero or not. */
    private void entry(MapEntries entries, StructField field, int index, String indent, int depth) {
        int start = out.length();
        long at = entries.entry(index);
        try {
            if (Elements.isPresent(field, entries.memory(), at)) {
                out.append(indent).append(field.name());
                element(field, entries.memory(), at + field.offset(), indent, depth);
            }
        } catch (CorruptStructException e) {
            out.cutTo(start);
            comment(indent, e);
        }
    }

    /** Prints an element, from the colon on, and says whether it differs from zero. */
    private boolean element(StructField field, MemorySegment memory, long at, String indent, int depth) {
        if (field.kind() == StructField.Kind.MESSAGE) {
            return message(field.message(), memory, at, indent, depth);
        }
        if (field.kind() == StructField.Kind.MESSAGE_POINTER) {
            long pointer = Elements.pointer(field, memory, at);
            return message(field.message(), Pointers.memory(), pointer, indent, depth);
        }
        out.append(": ");
        boolean isSet = switch (field.kind()) {
            case FLOAT -> floating(field, memory, at);
            case BOOL, INT, UINT, ENUM -> integer(field, Integers.get(field, memory, at));
            default -> bytes(field, memory, at);
        };
        out.append("\n");
        return isSet;
    }

    private boolean bytes(StructField field, MemorySegment memory, long at) {
        byte[] bytes = ByteFields.copy(field, memory, at, BYTE_LIMIT);
        return out.quote(bytes, ByteFields.isText(field)) || bytes.length == BYTE_LIMIT;
    }

    private boolean message(StructType<?> type, MemorySegment memory, long at, String indent, int depth) {
        int below = Depth.below(depth, type.name());
        out.append(" {\n");
        int start = out.length();
        struct(type, memory, at, indent + "  ", below);
        boolean isSet = out.length() > start;
        out.append(indent).append("}\n");
        return isSet;
    }

    private boolean floating(StructField field, MemorySegment memory, long at) {
        if (field.elementSize() == Float.BYTES) {
            float value = memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at);
            out.append(Float.isFinite(value) ? Float.toString(value) : special(value));
            return Float.floatToRawIntBits(value) != 0;
        }
        double value = memory.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
        out.append(Double.isFinite(value) ? Double.toString(value) : special(value));
        return Double.doubleToRawLongBits(value) != 0;
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }

    private boolean integer(StructField field, long value) {
        out.append(
                switch (field.kind()) {
                    case BOOL -> Boolean.toString(value != 0);
                    case UINT -> Long.toUnsignedString(value);
                    case ENUM -> constant(field, value);
                    default -> Long.toString(value);
                });
        return value != 0;
    }

    /** An enum of 8 bytes can hold what no constant has. */
    private static String constant(StructField field, long number) {
        if (number == (int) number) {
            StructEnum constant = field.constant((int) number);
            if (constant.isRecognized()) {
                return constant.toString();
            }
        }
        return Long.toString(number);
    }
}
