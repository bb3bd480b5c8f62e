package dev.proto2ffi.cli;

import dev.proto2ffi.core.diagnostic.Diagnostics;

/** What every command is given: the streams and the options that all commands share. */
record Context(Console console, GlobalOptions options) {
    Reporter reporter() {
        return new Reporter(console, options.renderer(console), options.maxErrors);
    }

    /** Shows what a run had to say. */
    int finish(Diagnostics diagnostics) {
        reporter().report(diagnostics);
        return diagnostics.hasErrors() ? ExitCode.SCHEMA : ExitCode.DONE;
    }
}
