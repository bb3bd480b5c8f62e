package dev.proto2ffi.core.syntax;

/**
 * A lexical token: bytes {@code [start, end)} of the file. Comments and white space are no tokens; they are what stands
 * between the end of one token and the start of the next.
 */
public record Token(Kind kind, int start, int end) {
    /** The kinds of the protobuf language. */
    public enum Kind {
        IDENTIFIER,
        INTEGER,
        FLOAT,
        STRING,
        /** One character of punctuation. */
        SYMBOL,
        END
    }
}
