package dev.proto2ffi.cli;

/** One line on a terminal about work on several files; silent elsewhere and for a single file. */
final class Progress {
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final Console console;
    private final boolean visible;

    Progress(Console console, int files) {
        this.console = console;
        this.visible = files > 1
                && console.errIsTerminal()
                && !"dumb".equals(console.environment().get("TERM"));
    }

    /** Replaces what stands on the line. */
    void show(String text) {
        if (visible) {
            console.message(CLEAR_LINE + text + " …".replace("…", console.hasUnicode() ? "…" : "..."));
        }
    }

    /** Empties the line, so that messages don't mix with it. */
    void clear() {
        if (visible) {
            console.message(CLEAR_LINE);
        }
    }

    /** The last word, which stays. */
    void done(String text) {
        if (visible) {
            console.message(CLEAR_LINE + text + "\n");
        }
    }
}
