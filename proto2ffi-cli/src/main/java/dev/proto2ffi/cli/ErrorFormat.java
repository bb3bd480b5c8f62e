package dev.proto2ffi.cli;

/** How diagnostics are written. */
enum ErrorFormat {
    TEXT,
    JSON
}
