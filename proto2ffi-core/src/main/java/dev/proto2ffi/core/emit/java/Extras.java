package dev.proto2ffi.core.emit.java;

/** Names of local variables in generated code. */
final class Extras {
    /** The base segment, in a method of the view. */
    static final String BASE = "base";

    private Extras() {}
}
