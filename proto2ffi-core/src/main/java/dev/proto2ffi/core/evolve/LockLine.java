package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The words of a line of a lock file, read from the left to the right. */
final class LockLine {
    static final String HELP = "a lock file is made, not edited: write it again with 'proto2ffi lock'";

    private final SourceFile file;
    private final Span span;
    private final boolean indented;
    private final List<Span> words = new ArrayList<>();
    private int next;

    private LockLine(SourceFile file, int start, int end) {
        this.file = file;
        this.indented = start < end && file.byteAt(start) == ' ';
        int at = start;
        while (at < end) {
            int wordEnd = at;
            if (file.byteAt(at) == '"') {
                wordEnd = quoteEnd(at, end);
            } else {
                while (wordEnd < end && file.byteAt(wordEnd) != ' ') {
                    wordEnd++;
                }
            }
            if (wordEnd > at) {
                words.add(new Span(file, at, wordEnd));
            }
            at = Math.max(wordEnd, at + 1);
        }
        this.span =
                words.isEmpty() ? new Span(file, start, start) : words.get(0).to(words.get(words.size() - 1));
    }

    private int quoteEnd(int start, int end) {
        int at = start + 1;
        while (at < end && file.byteAt(at) != '"') {
            at += file.byteAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(end, at + 1);
    }

    /** All lines that say something. */
    static List<LockLine> of(SourceFile file) {
        List<LockLine> lines = new ArrayList<>();
        for (int line = 0; line < file.lineCount(); line++) {
            int start = file.lineStart(line);
            int end = line + 1 < file.lineCount() ? file.lineStart(line + 1) - 1 : file.length();
            if (end > start && file.byteAt(end - 1) == '\r') {
                end--;
            }
            LockLine read = new LockLine(file, start, end);
            if (!read.words.isEmpty() && file.byteAt(read.words.get(0).start()) != '#') {
                lines.add(read);
            }
        }
        return lines;
    }

    /** Says what is wrong with a lock file, and where. */
    static final class BadLine extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Diagnostic diagnostic;

        BadLine(Span span, String message) {
            super(message);
            this.diagnostic = Diagnostic.error("lock-file", span, message).withHelp(HELP);
        }

        Diagnostic diagnostic() {
            return diagnostic;
        }
    }

    /** From the first word to the last. */
    Span span() {
        return span;
    }

    /** Whether it belongs to the section above it. */
    boolean isIndented() {
        return indented;
    }

    /** The first word. */
    String head() {
        return words.get(0).text();
    }

    boolean hasNext() {
        return next < words.size();
    }

    /** Goes on if the next word is this one. */
    boolean skip(String word) {
        if (hasNext() && words.get(next).text().equals(word)) {
            next++;
            return true;
        }
        return false;
    }

    void expect(String word) throws BadLine {
        if (!skip(word)) {
            throw bad("expected '" + word + "'");
        }
    }

    /** @param what is expected, for messages */
    String word(String what) throws BadLine {
        if (!hasNext()) {
            throw bad("expected " + what);
        }
        Span at = words.get(next);
        String text = at.text();
        if (text.startsWith("\"")) {
            String value = LockString.unquote(text);
            if (value == null) {
                throw bad("this is no string in quotes");
            }
            text = value;
        }
        next++;
        return text;
    }

    /** @param least that may stand here */
    int number(String what, int least) throws BadLine {
        Span at = hasNext() ? words.get(next) : span;
        String text = word(what);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && Integer.toString(number).equals(text)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new BadLine(at, "expected " + what + ", not " + text);
    }

    long fingerprint() throws BadLine {
        Span at = hasNext() ? words.get(next) : span;
        String text = word("a fingerprint");
        if (!text.matches("0x[0-9a-f]{16}")) {
            throw new BadLine(at, "expected a fingerprint of 16 hexadecimal digits behind 0x, not " + text);
        }
        return Long.parseUnsignedLong(text.substring(2), 16);
    }

    /** All that follows, its words one blank apart. */
    String rest(String what) throws BadLine {
        StringBuilder text = new StringBuilder(word(what));
        while (hasNext()) {
            text.append(' ').append(word(what));
        }
        return text.toString();
    }

    void end() throws BadLine {
        if (hasNext()) {
            throw bad("nothing more is expected on this line");
        }
    }

    /** An error at the next word, or behind the last. */
    BadLine bad(String message) {
        return new BadLine(hasNext() ? words.get(next) : new Span(file, span.end(), span.end()), message);
    }
}
