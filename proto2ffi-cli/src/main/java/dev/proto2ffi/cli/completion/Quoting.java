package dev.proto2ffi.cli.completion;

/** Words that a shell takes as they are. */
final class Quoting {
    private Quoting() {}

    /** For sh, bash and zsh, in single quotes. */
    static String posix(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** For fish, in single quotes. */
    static String fish(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** For PowerShell, in single quotes. */
    static String powerShell(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
