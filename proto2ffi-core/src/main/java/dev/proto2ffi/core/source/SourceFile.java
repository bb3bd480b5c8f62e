package dev.proto2ffi.core.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One source text, as bytes, with an index of its lines.
 *
 * <p>Offsets are in bytes, from 0: protobuf's own positions count bytes, and a file need not be valid UTF-8. Lines end
 * at {@code \n}; a {@code \r} before it belongs to the line's terminator. Immutable and safe for use by many threads.
 */
public final class SourceFile {
    private final String importName;
    private final String displayPath;
    private final byte[] bytes;
    private final boolean hasText;
    private final int[] lineStarts;

    private SourceFile(String importName, String displayPath, byte[] bytes, boolean hasText) {
        this.importName = importName;
        this.displayPath = displayPath;
        this.bytes = bytes;
        this.hasText = hasText;
        this.lineStarts = lineStarts(bytes);
    }

    /**
     * @param importName the name under which other files import this one, such as {@code social/post.proto}
     * @param displayPath how messages name the file: the path as the user gave or would give it
     * @param bytes the text; the array is taken over, the caller no longer changes it
     */
    public static SourceFile of(String importName, String displayPath, byte[] bytes) {
        return new SourceFile(importName, displayPath, bytes, true);
    }

    /** A text in memory, its import name being also its display path. */
    public static SourceFile of(String importName, String text) {
        return of(importName, importName, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A file of which only the outline is known: how many lines it has and how long they are. It can be pointed into,
     * and consists of spaces.
     *
     * @param name its import name, and how messages name it
     * @param lineLengths in columns; all of them together no longer than an array
     */
    public static SourceFile withoutText(String name, int... lineLengths) {
        int length = Math.max(0, lineLengths.length - 1);
        for (int line : lineLengths) {
            length += line;
        }
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        int end = -1;
        for (int line = 0; line < lineLengths.length - 1; line++) {
            end += lineLengths[line] + 1;
            bytes[end] = '\n';
        }
        return new SourceFile(name, name, bytes, false);
    }

    private static int[] lineStarts(byte[] bytes) {
        int[] starts = new int[Math.max(8, bytes.length / 32)];
        int count = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /** The name under which other files import this one, with forward slashes. */
    public String importName() {
        return importName;
    }

    /** How messages name the file. */
    public String displayPath() {
        return displayPath;
    }

    /** Whether the text is known, so that lines of it can be shown. */
    public boolean hasText() {
        return hasText;
    }

    /** Length of the text in bytes. */
    public int length() {
        return bytes.length;
    }

    /** The byte at {@code offset}, 0 to 255; -1 at and beyond the end. */
    public int byteAt(int offset) {
        return offset < bytes.length ? bytes[offset] & 0xFF : -1;
    }

    /** The bytes {@code [start, end)} as UTF-8; malformed input becomes U+FFFD. */
    public String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** A copy of the bytes {@code [start, end)}. */
    public byte[] bytes(int start, int end) {
        return Arrays.copyOfRange(bytes, start, end);
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /** Line of an offset, from 0. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Offset of the first byte of a line, counted from 0. */
    public int lineStart(int line) {
        return lineStarts[line];
    }

    /** Column of an offset in code points, from 0; a tab counts as one, as editors count it. */
    public int column(int offset) {
        int start = lineStarts[line(offset)];
        int column = 0;
        for (int i = start; i < Math.min(offset, bytes.length); i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                column++;
            }
        }
        return column;
    }

    @Override
    public String toString() {
        return displayPath;
    }
}
