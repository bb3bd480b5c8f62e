package dev.proto2ffi.maven;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.diagnostic.TextRenderer;
import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.source.Span;
import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Where a goal's messages go: to Maven's log, each beginning with file, line and column as editors understand it, and in an IDE to
 * markers in the files. Only there, because Maven's own build context would write every message to the log a second time.
 */
final class Messages {
    /** Set by Eclipse's Maven integration in its sessions, for builds that want to know. */
    private static final String ECLIPSE = "m2e.version";

    private final Log log;
    private final @Nullable BuildContext editor;
    private final TextRenderer renderer = new TextRenderer(TextStyle.PLAIN);

    private Messages(Log log, @Nullable BuildContext editor) {
        this.log = log;
        this.editor = editor;
    }

    static Messages of(Log log, BuildContext context, MavenSession session) {
        return new Messages(log, isInEditor(session) ? context : null);
    }

    static boolean isInEditor(MavenSession session) {
        return session.getUserProperties().containsKey(ECLIPSE)
                || session.getSystemProperties().containsKey(ECLIPSE);
    }

    Log log() {
        return log;
    }

    /** Takes back the markers of an earlier run. */
    void forget(Collection<Path> files) {
        if (editor != null) {
            files.forEach(file -> editor.removeMessages(file.toFile()));
        }
    }

    void report(Diagnostics diagnostics) {
        diagnostics.all().forEach(this::report);
    }

    private void report(Diagnostic diagnostic) {
        String text = renderer.render(diagnostic).stripTrailing();
        switch (diagnostic.severity()) {
            case ERROR -> log.error(text);
            case WARNING -> log.warn(text);
            case NOTE -> log.info(text);
        }
        Span span = diagnostic.span();
        if (editor != null && span != null && diagnostic.severity() != Severity.NOTE) {
            mark(editor, span, diagnostic);
        }
    }

    /** What stands in a jar or in the POM has no file that an editor could mark. */
    private static void mark(BuildContext editor, Span span, Diagnostic diagnostic) {
        File file = new File(span.file().displayPath());
        if (file.isFile()) {
            int severity = diagnostic.severity() == Severity.ERROR
                    ? BuildContext.SEVERITY_ERROR
                    : BuildContext.SEVERITY_WARNING;
            editor.addMessage(file, span.line(), span.column(), diagnostic.message(), severity, null);
        }
    }

    /** Tells the editor which directories have other files than before. */
    void refresh(Collection<Path> changedFiles) {
        if (editor == null) {
            return;
        }
        Set<Path> directories = new LinkedHashSet<>();
        for (Path file : changedFiles) {
            Path directory = file.getParent();
            if (directory != null) {
                directories.add(directory);
            }
        }
        directories.forEach(directory -> editor.refresh(directory.toFile()));
    }

    /** Tells the editor that one file has changed. */
    void refreshFile(Path file) {
        if (editor != null) {
            editor.refresh(file.toFile());
        }
    }

    /** {@code 1 file}, {@code 2 files}. */
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
