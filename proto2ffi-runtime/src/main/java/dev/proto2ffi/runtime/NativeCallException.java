package dev.proto2ffi.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A call that failed: with a code other than 0 and, as a rule, a message. Thrown by the bound clients of services; and to
 * be thrown by Java implementations of services, whose native callers then get this code and this message.
 *
 * <p>Positive codes are the server's own; the negative ones are the constants here. Where a Java exception that was
 * thrown on the way, in a Java implementation which native code had called on this thread, is what made the call fail,
 * it is the cause.
 */
public final class NativeCallException extends RuntimeException {
    /** An argument is NULL, misaligned, or overlaps another. */
    public static final int INVALID_ARGUMENT = -1;

    /** A Rust server panicked. */
    public static final int PANIC = -2;

    /** A Java server threw an exception that isn't a NativeCallException. */
    public static final int EXCEPTION = -3;

    /** The Java implementation is closed: the arena of its table was. */
    public static final int CLOSED = -4;

    /** The receiver of a stream wants no more items. */
    public static final int CANCELLED = -5;

    /** A server had no memory, or the allocator that it was given. */
    public static final int OUT_OF_MEMORY = -6;

    /** A server failed without saying how. */
    public static final int UNKNOWN = -7;

    /** A server was built from another schema. */
    public static final int MISMATCH = -8;

    private static final long serialVersionUID = 1L;

    private static final String[] NAMES = {
        "INVALID_ARGUMENT", "PANIC", "EXCEPTION", "CLOSED", "CANCELLED", "OUT_OF_MEMORY", "UNKNOWN", "MISMATCH"
    };

    /** No batch, or none of its requests in particular. */
    private static final long NONE = -1;

    private final @Nullable String function;
    private final int code;
    private final String detail;
    private final long index;

    /**
     * A failure that a Java implementation answers.
     *
     * @param code positive for the service's own; 0, which would be success, becomes {@link #UNKNOWN}
     * @param detail what happened; native callers get 495 bytes of its UTF-8 at most
     */
    public NativeCallException(int code, String detail) {
        this(code, detail, null);
    }

    /** The same with the cause, which native callers don't see. */
    public NativeCallException(int code, String detail, @Nullable Throwable cause) {
        this(null, code, detail, NONE, cause);
    }

    NativeCallException(@Nullable String function, int code, String detail, long index, @Nullable Throwable cause) {
        super(message(function, code == 0 ? UNKNOWN : code, detail, index), cause);
        this.function = function;
        this.code = code == 0 ? UNKNOWN : code;
        this.detail = detail;
        this.index = index;
    }

    /**
     * The failure of one request of a batch, as native callers get it: with the code and the detail of the cause.
     *
     * @param index of the request; those before it were answered
     * @param cause what was thrown
     */
    public static NativeCallException ofBatch(long index, Throwable cause) {
        return new NativeCallException(null, codeOf(cause), detailOf(cause), index, cause);
    }

    /** The code that a native caller gets for what a Java implementation threw. */
    static int codeOf(Throwable thrown) {
        if (thrown instanceof NativeCallException failure) {
            return failure.code;
        }
        return thrown instanceof OutOfMemoryError ? OUT_OF_MEMORY : EXCEPTION;
    }

    /** The text that a native caller gets for it. */
    static String detailOf(Throwable thrown) {
        return thrown instanceof NativeCallException failure ? failure.detail : thrown.toString();
    }

    private static String message(@Nullable String function, int code, String detail, long index) {
        StringBuilder out = new StringBuilder();
        if (function != null) {
            out.append(function).append(": ");
        }
        out.append(detail).append(" (code ").append(code);
        if (code < 0 && code >= -NAMES.length) {
            out.append(' ').append(NAMES[-1 - code]);
        }
        if (index != NONE) {
            out.append(", request ").append(index);
        }
        return out.append(')').toString();
    }

    /** The code, never 0. */
    public int code() {
        return code;
    }

    /** What the server says, without the name of the function and the code. */
    public String detail() {
        return detail;
    }

    /** In a batch, the index of the request that failed: those before it were answered. Elsewhere -1. */
    public long index() {
        return index;
    }

    /** The rpc that was called, such as {@code calc.Calculator.Add}; null for what a Java implementation made. */
    public @Nullable String function() {
        return function;
    }
}
