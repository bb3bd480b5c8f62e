package dev.proto2ffi.core.syntax;

/** {@code export} or {@code local} before a message or enum (edition 2024). */
public enum Visibility {
    UNSET,
    EXPORT,
    LOCAL
}
