package dev.proto2ffi.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps what is logged, each entry behind its level. */
final class RecordingLog extends SystemStreamLog {
    final List<String> lines = new ArrayList<>();

    @Override
    public void info(CharSequence text) {
        lines.add("info " + text);
    }

    @Override
    public void warn(CharSequence text) {
        lines.add("warn " + text);
    }

    @Override
    public void error(CharSequence text) {
        lines.add("error " + text);
    }
}
