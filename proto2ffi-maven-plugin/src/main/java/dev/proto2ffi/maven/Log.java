package dev.proto2ffi.maven;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.TextRenderer;
import dev.proto2ffi.core.diagnostic.TextStyle;

/** Diagnostics in Maven's log; each begins with file, line and column, as editors understand it. */
final class Log {
    private final org.apache.maven.plugin.logging.Log log;
    private final TextRenderer renderer = new TextRenderer(TextStyle.PLAIN);

    Log(org.apache.maven.plugin.logging.Log log) {
        this.log = log;
    }

    void report(Diagnostics diagnostics) {
        for (Diagnostic diagnostic : diagnostics.all()) {
            String text = renderer.render(diagnostic).stripTrailing();
            switch (diagnostic.severity()) {
                case ERROR -> log.error(text);
                case WARNING -> log.warn(text);
                case NOTE -> log.info(text);
            }
        }
    }

    static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    static String errors(int count) {
        return count == 1 ? "1 error" : count + " errors";
    }
}
