package dev.proto2ffi.cli;

import java.io.IOException;
import java.util.Locale;

/** The standard output takes no more. */
final class StandardOutputException extends IOException {
    private static final long serialVersionUID = 1L;

    StandardOutputException(IOException cause) {
        super("can't write to the standard output: " + cause.getMessage(), cause);
    }

    /** Whether the reader has gone, as {@code head} does: nothing that anybody needs to be told. */
    boolean isBrokenPipe() {
        String reason = String.valueOf(getCause().getMessage()).toLowerCase(Locale.ROOT);
        return reason.contains("broken pipe") || reason.contains("pipe is being closed");
    }
}
