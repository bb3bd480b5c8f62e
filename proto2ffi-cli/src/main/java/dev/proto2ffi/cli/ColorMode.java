package dev.proto2ffi.cli;

import java.util.Locale;

/** When to use colour. */
enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER;

    /** @param terminal whether the stream in question is one */
    boolean resolve(Console console, boolean terminal) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                terminal
                        && console.environment().getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(console.environment().get("TERM"));
        };
    }

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
