package dev.proto2ffi.cli.init;

import java.util.Locale;

/** What the native half of a new project is written in. */
public enum NativeLanguage {
    RUST("Rust", "cargo", "Rust 1.77 or newer (`cargo`)", "src/main/rust/src/lib.rs"),
    C("C", "cc", "gcc or clang (`cc`)", "src/main/c/statistics.c");

    private final String label;
    private final String tool;
    private final String needs;
    private final String source;

    NativeLanguage(String label, String tool, String needs, String source) {
        this.label = label;
        this.tool = tool;
        this.needs = needs;
        this.source = source;
    }

    /** As people write it. */
    public String label() {
        return label;
    }

    /** The command that compiles it. */
    public String tool() {
        return tool;
    }

    /** What has to be installed, for a README. */
    String needs() {
        return needs;
    }

    /** The file in the project that serves the calls of Java. */
    String source() {
        return source;
    }

    /** The folder of its templates, and as users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
