package dev.proto2ffi.core.testing.schema;

/** What a file says in its first line. */
enum Syntax {
    PROTO2("syntax = \"proto2\";"),
    PROTO3("syntax = \"proto3\";"),
    EDITION_2023("edition = \"2023\";");

    private final String line;

    Syntax(String line) {
        this.line = line;
    }

    String line() {
        return line;
    }
}
