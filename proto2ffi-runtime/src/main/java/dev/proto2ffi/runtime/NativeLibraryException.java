package dev.proto2ffi.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A native library, or a symbol in it, couldn't be had. The message says what was looked for, where, and what to do.
 */
public final class NativeLibraryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NativeLibraryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
