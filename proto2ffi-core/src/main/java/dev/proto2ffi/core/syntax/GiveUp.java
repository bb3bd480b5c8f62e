package dev.proto2ffi.core.syntax;

import java.io.Serial;

/**
 * The rest of a statement makes no sense; its error has been reported. Caught by whoever parses a list of statements,
 * which skips to the next one. Never leaves the parser, and costs no stack trace.
 */
@SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace that could be a wrong one
final class GiveUp extends Exception {
    static final GiveUp INSTANCE = new GiveUp();

    @Serial
    private static final long serialVersionUID = 1;

    private GiveUp() {
        super("statement given up", null, false, false);
    }
}
