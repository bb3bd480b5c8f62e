package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Defaults of unbounded strings and bytes that have no presence bit: structs point to one copy of each, as C programs point
 * to string literals. A program has as many as its schemas, so they live as long as it does.
 */
public final class Literals {
    private static final Map<String, MemorySegment> TEXTS = new ConcurrentHashMap<>();
    private static final Map<String, MemorySegment> BYTES = new ConcurrentHashMap<>();

    private Literals() {}

    /**
     * Points a string at a default.
     *
     * @param segment base of the access
     * @param offset of the pointer in it
     * @param text the default
     */
    public static void setText(MemorySegment segment, long offset, String text) {
        set(segment, offset, TEXTS.computeIfAbsent(text, key -> copy(key.getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * Points bytes at a default; the other parameters as in {@link #setText}.
     *
     * @param latin1 a character for each byte
     */
    public static void setBytes(MemorySegment segment, long offset, String latin1) {
        set(segment, offset, BYTES.computeIfAbsent(latin1, key -> copy(key.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static MemorySegment copy(byte[] bytes) {
        return Arena.global().allocateFrom(ValueLayout.JAVA_BYTE, bytes);
    }

    private static void set(MemorySegment segment, long offset, MemorySegment literal) {
        Spans.set(segment, offset, literal.address(), literal.byteSize());
    }
}
