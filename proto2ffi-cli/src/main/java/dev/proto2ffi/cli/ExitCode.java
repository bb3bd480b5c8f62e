package dev.proto2ffi.cli;

/** What the process tells its caller. Scripts rely on the numbers. */
final class ExitCode {
    static final int DONE = 0;

    /** The schema, or a check that was asked for, is wrong. */
    static final int SCHEMA = 1;

    /** The command line is wrong. */
    static final int USAGE = 2;

    /** The environment is: an unreadable file, a full disk; or the tool itself. */
    static final int ENVIRONMENT = 3;

    private ExitCode() {}
}
