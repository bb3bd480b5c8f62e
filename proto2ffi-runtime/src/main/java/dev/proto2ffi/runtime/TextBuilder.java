package dev.proto2ffi.runtime;

import java.nio.charset.StandardCharsets;

/** Text that is cut after so many characters; quoted strings as protobuf's text format has them. */
final class TextBuilder {
    private final StringBuilder out = new StringBuilder();
    private final int limit;

    TextBuilder(int limit) {
        this.limit = limit;
    }

    /** Whether more would be cut. */
    boolean isFull() {
        return out.length() > limit;
    }

    int length() {
        return out.length();
    }

    void cutTo(int length) {
        out.setLength(length);
    }

    TextBuilder append(String text) {
        out.append(text);
        return this;
    }

    /** Appends quoted bytes or UTF-8, and says whether one of them differs from zero. */
    boolean quote(byte[] bytes, boolean isText) {
        boolean isSet = false;
        for (byte b : bytes) {
            isSet |= b != 0;
        }
        out.append('"');
        if (isText) {
            new String(bytes, StandardCharsets.UTF_8).codePoints().limit(limit).forEach(this::escape);
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

    /** The text, with an ellipsis where it was cut. */
    @Override
    public String toString() {
        return isFull() ? out.substring(0, limit) + "…" : out.toString();
    }
}
