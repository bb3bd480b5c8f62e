package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * C's {@code p2f_error}: {@code int32_t code; uint32_t reserved; uint64_t index; char message[496];}, 8-byte aligned. It
 * is written on failure only, and the code that a function returns is the one that counts: where the two differ, the
 * function failed without writing it, but for the index, which the loop of a batch adds.
 */
final class NativeError {
    static final long SIZE = 512;

    private static final long INDEX = 8;
    private static final long MESSAGE = 16;
    private static final int MESSAGE_SIZE = (int) (SIZE - MESSAGE);

    /** U+0000 would end the text for native code. */
    private static final char NUL = 0;

    private static final char REPLACEMENT = '\ufffd';

    private NativeError() {}

    private static boolean isWritten(long error, int code) {
        return Pointers.memory().get(ValueLayout.JAVA_INT_UNALIGNED, error) == code;
    }

    private static String message(long error) {
        return Strings.get(Pointers.memory(), error + MESSAGE, MESSAGE_SIZE);
    }

    private static long index(long error) {
        return Pointers.memory().get(ValueLayout.JAVA_LONG_UNALIGNED, error + INDEX);
    }

    /**
     * What a failed call throws. The error is then clear for the next call.
     *
     * @param function name of the rpc
     * @param code that it returned
     * @param firstOfBatch index of the request that the function saw as its first, or -1 for no batch
     */
    static NativeCallException toException(
            long error, String function, int code, long firstOfBatch, @Nullable Throwable cause) {
        try {
            String message = isWritten(error, code) ? message(error) : "";
            long index = firstOfBatch < 0 ? -1 : firstOfBatch + index(error);
            return new NativeCallException(
                    function, code, message.isEmpty() ? "it failed without a message" : message, index, cause);
        } finally {
            clear(error); // there may be no memory or stack for the exception
        }
    }

    /** Makes sure that nothing old is taken for the error of a call that fails without writing one. */
    static void clear(long error) {
        MemorySegment memory = Pointers.memory();
        memory.set(ValueLayout.JAVA_INT_UNALIGNED, error, 0);
        memory.set(ValueLayout.JAVA_LONG_UNALIGNED, error + INDEX, 0);
        memory.set(ValueLayout.JAVA_BYTE, error + MESSAGE, (byte) 0);
    }

    /**
     * Writes an error for native code.
     *
     * @param error its address; nothing is written if that is NULL
     * @param text as much of it as fits, without half a character at the end
     */
    static void write(long error, int code, long index, String text) {
        if (error == 0) {
            return;
        }
        // A char is at least one byte, so those beyond can't matter.
        String head = text.length() < MESSAGE_SIZE ? text : text.substring(0, MESSAGE_SIZE);
        writeBytes(error, code, index, head.replace(NUL, REPLACEMENT).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes an error without making an object: there may be no memory for one. The text has no NUL in it. */
    static void writeBytes(long error, int code, long index, byte[] utf8) {
        if (error == 0) {
            return;
        }
        int size = cut(utf8);
        MemorySegment memory = Pointers.memory();
        memory.set(ValueLayout.JAVA_INT_UNALIGNED, error, code);
        memory.set(ValueLayout.JAVA_INT_UNALIGNED, error + Integer.BYTES, 0);
        memory.set(ValueLayout.JAVA_LONG_UNALIGNED, error + INDEX, index);
        MemorySegment.copy(utf8, 0, memory, ValueLayout.JAVA_BYTE, error + MESSAGE, size);
        memory.set(ValueLayout.JAVA_BYTE, error + MESSAGE + size, (byte) 0);
    }

    /** How many bytes fit, with a NUL behind them, and end where a character does. */
    private static int cut(byte[] utf8) {
        int size = utf8.length;
        if (size >= MESSAGE_SIZE) {
            size = MESSAGE_SIZE - 1;
            while (size > 0 && (utf8[size] & 0xC0) == 0x80) { // the byte behind the cut continues a character
                size--;
            }
        }
        return size;
    }
}
