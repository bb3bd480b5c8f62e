package dev.proto2ffi.core.compile;

/** What can be generated. */
public enum Language {
    JAVA,
    C,
    RUST
}
