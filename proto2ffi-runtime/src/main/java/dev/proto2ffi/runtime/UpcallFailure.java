package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;

/** What native code gets for an exception. Works without memory and with little stack, as far as that is possible. */
final class UpcallFailure {
    private static final byte[] NO_ROOM_TO_SAY =
            "the Java implementation failed, and there was no memory or stack to say how"
                    .getBytes(StandardCharsets.UTF_8);

    private UpcallFailure() {}

    /**
     * Writes the error.
     *
     * @param error its address, or NULL
     * @return the code
     */
    static int report(long error, Throwable thrown) {
        int code = NativeCallException.EXCEPTION;
        try {
            code = NativeCallException.codeOf(thrown);
            long index = thrown instanceof NativeCallException failure ? Math.max(failure.index(), 0) : 0;
            NativeError.write(error, code, index, NativeCallException.detailOf(thrown));
        } catch (Throwable e) {
            reportBriefly(error, code);
        }
        return code;
    }

    private static void reportBriefly(long error, int code) {
        try {
            NativeError.writeBytes(error, code, 0, NO_ROOM_TO_SAY);
        } catch (Throwable e) {
            // The code has to do: a reader sees that it isn't the error's.
        }
    }

    /**
     * Loads and links all that a report needs: a class that is loaded for the first time where the stack ends is broken
     * for the rest of the JVM's life.
     */
    static void rehearse() {
        try (Arena arena = Arena.ofConfined()) {
            long error = arena.allocate(NativeError.SIZE, Long.BYTES).address();
            report(error, new StackOverflowError());
            report(error, new NativeCallException(NativeCallException.EXCEPTION, "rehearsal"));
            reportBriefly(error, NativeCallException.EXCEPTION);
        }
    }
}
