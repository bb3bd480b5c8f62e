package dev.proto2ffi.cli;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.DiagnosticRenderer;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Severity;
import java.util.List;

/** Shows diagnostics on the standard error stream. */
final class Reporter {
    private final Console console;
    private final DiagnosticRenderer renderer;
    private final int maxErrors;

    /** @param maxErrors 0 for no limit */
    Reporter(Console console, DiagnosticRenderer renderer, int maxErrors) {
        this.console = console;
        this.renderer = renderer;
        this.maxErrors = maxErrors;
    }

    /** In order of arrival; behind the limit nothing but a word about how much more there is. */
    void report(Diagnostics diagnostics) {
        console.message(text(diagnostics.all()));
    }

    /** What {@link #report(Diagnostics)} shows. */
    String text(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        int errors = 0;
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.severity() == Severity.ERROR) {
                errors++;
            }
            if (maxErrors == 0 || errors <= maxErrors) {
                out.append(renderer.render(diagnostic));
            }
        }
        if (maxErrors > 0 && errors > maxErrors) {
            int more = errors - maxErrors;
            out.append(renderer.render(Diagnostic.note(
                            "more-errors", null, more + (more == 1 ? " more error" : " more errors") + " not shown")
                    .withHelp("--max-errors 0 shows all")));
        }
        return out.toString();
    }

    /** Something that concerns no place in a schema. */
    void report(Diagnostic diagnostic) {
        console.message(renderer.render(diagnostic));
    }
}
