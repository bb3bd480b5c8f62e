package dev.proto2ffi.core.emit.rust;

import java.util.List;

/** Lines of Rust at the right depth. Whatever is opened gets closed by who opened it. */
final class RustWriter {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    void line(String line) {
        if (!line.isEmpty()) {
            text.append("    ".repeat(depth)).append(line);
        }
        text.append('\n');
    }

    /** An empty line, unless at the start of the text or of a block. */
    void gap() {
        int length = text.length();
        boolean atStart = length < 2 || text.charAt(length - 2) == '{' || text.charAt(length - 2) == '\n';
        if (!atStart) {
            text.append('\n');
        }
    }

    /** A line that opens a block: the brace is added. */
    void open(String head) {
        open(head, " {");
    }

    /** A line that opens what isn't closed by a brace, or has something behind its brace. */
    void open(String head, String end) {
        line(head + end);
        depth++;
    }

    void close() {
        close("}");
    }

    void close(String end) {
        depth--;
        line(end);
    }

    /** Documentation of what follows. */
    void doc(List<String> lines) {
        for (String line : lines) {
            line(line.isEmpty() ? "///" : "/// " + line);
        }
    }

    void doc(String... lines) {
        doc(List.of(lines));
    }

    /** A documented function. */
    void function(List<String> doc, String signature, String... body) {
        gap();
        doc(doc);
        open(signature);
        for (String line : body) {
            line(line);
        }
        close();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
