package dev.proto2ffi.cli;

import dev.proto2ffi.core.diagnostic.DiagnosticRenderer;
import dev.proto2ffi.core.diagnostic.JsonRenderer;
import dev.proto2ffi.core.diagnostic.TextRenderer;
import dev.proto2ffi.core.diagnostic.TextStyle;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that stand before or behind any command's name. */
final class GlobalOptions {
    /** Source lines are cut here when no terminal gives its width. */
    private static final int FILE_COLUMNS = 120;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            defaultValue = "auto",
            description = "Colour: auto (on a terminal, unless NO_COLOR is set), always or never.")
    ColorMode color = ColorMode.AUTO;

    @Option(
            names = "--error-format",
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            defaultValue = "text",
            description = "Diagnostics as text for people and editors, or as json, an object a line.")
    ErrorFormat errorFormat = ErrorFormat.TEXT;

    @Option(
            names = "--max-errors",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            defaultValue = "100",
            description = "Show this many errors at most, 0 for all of them (default 100).")
    int maxErrors = 100;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of failures of the environment and of the tool itself.")
    boolean debug;

    DiagnosticRenderer renderer(Console console) {
        return switch (errorFormat) {
            case JSON -> new JsonRenderer();
            case TEXT -> new TextRenderer(messageStyle(console));
        };
    }

    /** For the standard error stream. */
    TextStyle messageStyle(Console console) {
        return new TextStyle(
                color.resolve(console, console.errIsTerminal()),
                console.hasUnicode(),
                console.errIsTerminal() ? console.columns() : FILE_COLUMNS);
    }

    /** For tables on the standard output. */
    TextStyle resultStyle(Console console) {
        return new TextStyle(color.resolve(console, console.outIsTerminal()), console.hasUnicode(), console.columns());
    }
}
