package dev.proto2ffi.snippets;

import java.io.IOException;

/** Compiles or runs the snippets of one language. */
interface Runner {
    /** @throws AssertionError if the snippet is wrong; the message begins with its place */
    void run(Snippet snippet, Workshop workshop) throws IOException;
}
