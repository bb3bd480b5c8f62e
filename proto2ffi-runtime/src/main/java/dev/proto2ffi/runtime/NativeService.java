package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a library says that it was built from: C's {@code p2f_service}, {@code uint32_t abi; uint32_t layout_count; uint64_t
 * fingerprint; const char *name; const char *text; const p2f_layout *layouts;}.
 *
 * @param fingerprint of the service
 * @param name of the service
 * @param text canonical text of the service, without those of the structs
 * @param layouts the structs that it uses, by their names
 */
record NativeService(long fingerprint, String name, String text, Map<String, Layout> layouts) {
    /** The version of the object, and of how functions are called. */
    private static final int ABI = 1;

    private static final long LAYOUT_COUNT = 4;
    private static final long FINGERPRINT = 8;
    private static final long NAME = 16;
    private static final long TEXT = 24;
    private static final long LAYOUTS = 32;

    // Of p2f_layout: const char *name; uint64_t fingerprint; const char *text.
    private static final long LAYOUT_FINGERPRINT = 8;
    private static final long LAYOUT_TEXT = 16;
    private static final long LAYOUT_SIZE = 24;

    /**
     * A struct.
     *
     * @param fingerprint of the struct and all that it reaches
     * @param text its own canonical text
     */
    record Layout(long fingerprint, String text) {}

    /**
     * Reads it.
     *
     * @param origin of the library, for messages
     * @throws NativeLibraryException if it is of another version, or makes no sense
     */
    static NativeService read(MemorySegment object, String origin) {
        MemorySegment memory = Pointers.memory();
        long at = object.address();
        int abi = memory.get(ValueLayout.JAVA_INT_UNALIGNED, at);
        if (abi != ABI) {
            throw new NativeLibraryException(
                    origin + ": it calls services in another way (version " + Integer.toUnsignedString(abi)
                            + ") than this Java library (version " + ABI
                            + "); generate its sources with the proto2ffi of this version, and build it again",
                    null);
        }
        Map<String, Layout> layouts = new LinkedHashMap<>();
        long count = Integer.toUnsignedLong(memory.get(ValueLayout.JAVA_INT_UNALIGNED, at + LAYOUT_COUNT));
        long first = number(memory, at + LAYOUTS);
        for (long i = 0; i < count; i++) {
            long layout = first + i * LAYOUT_SIZE;
            layouts.put(
                    text(memory, layout, origin),
                    new Layout(
                            number(memory, layout + LAYOUT_FINGERPRINT), text(memory, layout + LAYOUT_TEXT, origin)));
        }
        return new NativeService(
                number(memory, at + FINGERPRINT),
                text(memory, at + NAME, origin),
                text(memory, at + TEXT, origin),
                layouts);
    }

    private static long number(MemorySegment memory, long at) {
        return memory.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
    }

    private static String text(MemorySegment memory, long at, String origin) {
        long address = number(memory, at);
        if (address <= 0) {
            throw new NativeLibraryException(
                    origin + ": what it says of its services makes no sense; build it again", null);
        }
        return memory.getString(address);
    }
}
