package dev.proto2ffi.core.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A source file that the file system doesn't give us. The message names the file and the reason. */
public final class UnreadableSourceException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreadableSourceException(String path, String reason, @Nullable Throwable cause) {
        super("can't read " + path + ": " + reason, cause);
    }
}
