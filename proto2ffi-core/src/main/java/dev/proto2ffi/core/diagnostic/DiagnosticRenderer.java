package dev.proto2ffi.core.diagnostic;

/** Turns a diagnostic into text to print. */
public interface DiagnosticRenderer {
    /** One or more lines, each ended by {@code \n}. */
    String render(Diagnostic diagnostic);
}
