package dev.proto2ffi.core.compile;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The file system doesn't take our output. The message names the path and the reason. */
public final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String help;

    public OutputException(String message, String help, @Nullable Throwable cause) {
        super(message, cause);
        this.help = help;
    }

    /** The way out. */
    public String help() {
        return help;
    }
}
