package dev.proto2ffi.core.compile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What {@link UpToDate} keeps between runs, as text: the settings, a blank line, how often the run warned, a line for each
 * file, and a check sum over all of it, so that a damaged text counts as none.
 *
 * @param settings lines, each with its end, none of them blank
 * @param warnings of the run that generated the outputs
 */
record MemoryText(String settings, int warnings, List<Trace> traces) {
    private static final String HEADER =
            "# Written by proto2ffi: what it last generated, and from what. Not to be committed.\n";

    static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char escaped = value.charAt(++i);
                out.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(HEADER).append(settings).append("\nwarnings ");
        out.append(warnings).append('\n');
        traces.forEach(trace -> out.append(trace).append('\n'));
        String body = out.toString();
        return body + "sum " + sum(body) + "\n";
    }

    /** @return null where the text isn't one of these settings, or was damaged */
    static @Nullable MemoryText parse(String text, String settings) {
        String start = HEADER + settings + "\nwarnings ";
        int end = text.lastIndexOf("sum ");
        if (!text.startsWith(start) || end < start.length() || !text.endsWith("\n")) {
            return null;
        }
        String body = text.substring(0, end);
        if (!text.substring(end + 4, text.length() - 1).equals(sum(body))) {
            return null;
        }
        try {
            String[] lines = body.substring(start.length()).split("\n");
            List<Trace> traces = new ArrayList<>(lines.length);
            for (int i = 1; i < lines.length; i++) {
                traces.add(Trace.parse(lines[i]));
            }
            return new MemoryText(settings, Integer.parseInt(lines[0]), traces);
        } catch (IllegalArgumentException e) {
            // Of another version of proto2ffi, which happens to have the same settings.
            return null;
        }
    }

    private static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
