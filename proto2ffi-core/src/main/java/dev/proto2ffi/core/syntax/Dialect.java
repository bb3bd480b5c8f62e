package dev.proto2ffi.core.syntax;

/** Which language a file is written in, as far as the grammar depends on it. */
enum Dialect {
    PROTO2,
    PROTO3,
    /** Edition 2023, and the test editions that protoc's grammar also lets pass. */
    EDITION_2023,
    /** Edition 2024 and later: visibility keywords, option imports. */
    EDITION_2024;

    boolean editions() {
        return this == EDITION_2023 || this == EDITION_2024;
    }
}
