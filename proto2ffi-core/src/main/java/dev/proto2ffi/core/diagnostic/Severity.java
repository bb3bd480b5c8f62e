package dev.proto2ffi.core.diagnostic;

/** How grave a diagnostic is; only {@link #ERROR} stops the output. */
public enum Severity {
    ERROR("error"),
    WARNING("warning"),
    NOTE("note");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word of messages, in lower case. */
    public String word() {
        return word;
    }
}
