package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The defaults of text and bytes; those of unbounded fields are stored as a C compiler stores literals: once for each, for
 * as long as the program runs. For generated code only.
 */
public final class Literals {
    private static final Map<String, MemorySegment> TEXTS = new ConcurrentHashMap<>();
    private static final Map<String, MemorySegment> BYTES = new ConcurrentHashMap<>();

    private Literals() {}

    /**
     * Makes a field point to text.
     *
     * @param segment base of the access
     * @param offset of the pointer in it
     */
    public static void text(MemorySegment segment, long offset, String text) {
        MemorySegment stored = TEXTS.get(text);
        if (stored == null) {
            stored = TEXTS.computeIfAbsent(text, key -> store(key.getBytes(StandardCharsets.UTF_8)));
        }
        Elements.setSpan(segment, offset, stored.address(), stored.byteSize());
    }

    /**
     * Makes a field point to bytes; the other parameters as in {@link #text}.
     *
     * @param latin1 a character for each
     */
    public static void bytes(MemorySegment segment, long offset, String latin1) {
        MemorySegment stored = BYTES.get(latin1);
        if (stored == null) {
            stored = BYTES.computeIfAbsent(latin1, key -> store(key.getBytes(StandardCharsets.ISO_8859_1)));
        }
        Elements.setSpan(segment, offset, stored.address(), stored.byteSize());
    }

    /**
     * Whether bytes are those of a default.
     *
     * @param latin1 the default, a character for each byte
     */
    public static boolean areEqual(String latin1, byte[] value) {
        if (value.length != latin1.length()) {
            return false;
        }
        for (int i = 0; i < value.length; i++) {
            if ((value[i] & 0xff) != latin1.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether bytes are so many zeros, the default of a field that gives none. */
    public static boolean areZero(byte[] value, int length) {
        for (byte each : value) {
            if (each != 0) {
                return false;
            }
        }
        return value.length == length;
    }

    private static MemorySegment store(byte[] bytes) {
        return Arena.global().allocateFrom(ValueLayout.JAVA_BYTE, bytes).asReadOnly();
    }
}
