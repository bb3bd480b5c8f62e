package dev.proto2ffi.benchmarks.peers;

/** A kind of struct. */
enum Kind {
    REACTION,
    COMMENT,
    POST
}
