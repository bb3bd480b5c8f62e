package dev.proto2ffi.core.emit.c;

import java.util.List;

/** Definitions of macros of more than one line. */
final class Macro {
    /** Where the backslashes stand. */
    private static final int COLUMN = 119;

    private Macro() {}

    /**
     * @param head {@code NAME} or {@code NAME(parameter)}
     * @param body its lines
     */
    static String define(String head, String body) {
        List<String> lines = ("#define " + head + "\n" + body.indent(4)).lines().toList();
        StringBuilder out = new StringBuilder();
        for (String line : lines.subList(0, lines.size() - 1)) {
            out.append(line)
                    .append(" ".repeat(Math.max(1, COLUMN - line.length())))
                    .append("\\\n");
        }
        return out.append(lines.get(lines.size() - 1)).append('\n').toString();
    }
}
