package dev.proto2ffi.core.link;

import dev.proto2ffi.core.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comments between two tokens and decides whose they are: trailing for the declaration before, leading for the
 * one behind, or detached. The rules are those that descriptor.proto documents at {@code SourceCodeInfo.Location}.
 */
final class CommentScanner {
    /** @param trailing of the declaration before; null where there is none, as is {@code leading} of the next one */
    record Comments(
            @Nullable String trailing,
            List<String> detached,
            @Nullable String leading) {}

    private final SourceFile file;
    private int at;

    private final List<String> detached = new ArrayList<>();
    private @Nullable String trailing;
    private @Nullable ByteArrayOutputStream pending;
    private boolean pendingLine;
    private boolean mayTrail;
    private int count;

    private CommentScanner(SourceFile file, int at) {
        this.file = file;
        this.at = at;
    }

    /** Reads from {@code offset}, the end of a token, to the start of the next one. */
    static Comments behind(SourceFile file, int offset) {
        CommentScanner scanner = new CommentScanner(file, offset);
        scanner.mayTrail = true;
        return scanner.read(file.line(offset - 1));
    }

    /** Reads from the start of the file, behind a byte order mark, to its first token. */
    static Comments atStart(SourceFile file) {
        boolean mark = file.byteAt(0) == 0xEF;
        return new CommentScanner(file, mark ? 3 : 0).read(-1);
    }

    private Comments read(int previousLine) {
        int trailingEndLine = -1;
        if (previousLine >= 0) {
            skipBlanks();
            if (atLineComment()) {
                trailingEndLine = file.line(at);
                readLineComment();
                flush();
            } else if (atBlockComment()) {
                readBlockComment();
                trailingEndLine = file.line(at);
                skipBlanks();
                flush();
            } else if (!skipLineEnd()) {
                return new Comments(null, List.of(), null);
            }
        }
        readFollowing();
        int line = file.line(at);
        if (file.byteAt(at) < 0 || closesScope(file.byteAt(at))) {
            flush();
        }
        if (file.byteAt(at) >= 0 && (previousLine == line || trailingEndLine == line)) {
            detachIfAlone();
        }
        return new Comments(trailing, detached, pending == null ? null : pending.toString(StandardCharsets.UTF_8));
    }

    private void readFollowing() {
        while (true) {
            skipBlanks();
            if (atLineComment()) {
                readLineComment();
            } else if (atBlockComment()) {
                readBlockComment();
                skipBlanks();
                skipLineEnd();
            } else if (skipLineEnd()) {
                flush();
                mayTrail = false;
            } else {
                return;
            }
        }
    }

    /** A comment that stands on one line with the tokens at both sides belongs to neither. */
    private void detachIfAlone() {
        if (count + (pending == null ? 0 : 1) != 1) {
            return;
        }
        if (trailing != null) {
            detached.add(0, trailing);
            trailing = null;
        }
        flush();
    }

    private void flush() {
        if (pending == null) {
            return;
        }
        String text = pending.toString(StandardCharsets.UTF_8);
        if (mayTrail) {
            trailing = text;
            mayTrail = false;
        } else {
            detached.add(text);
        }
        pending = null;
        count++;
    }

    private void readLineComment() {
        if (pending != null && !pendingLine) {
            flush();
        }
        if (pending == null) {
            pending = new ByteArrayOutputStream();
        }
        pendingLine = true;
        at += 2;
        while (file.byteAt(at) >= 0 && file.byteAt(at) != '\n') {
            pending.write(file.byteAt(at++));
        }
        if (skipLineEnd()) {
            pending.write('\n');
        }
    }

    private void readBlockComment() {
        flush();
        pending = new ByteArrayOutputStream();
        pendingLine = false;
        at += 2;
        while (file.byteAt(at) >= 0) {
            int c = file.byteAt(at++);
            if (c == '*' && file.byteAt(at) == '/') {
                at++;
                return;
            }
            pending.write(c);
            if (c == '\n') {
                skipBlanks();
                if (file.byteAt(at) == '*') {
                    at++;
                    if (file.byteAt(at) == '/') {
                        at++;
                        return;
                    }
                }
            }
        }
    }

    private boolean atLineComment() {
        return file.byteAt(at) == '/' && file.byteAt(at + 1) == '/';
    }

    private boolean atBlockComment() {
        return file.byteAt(at) == '/' && file.byteAt(at + 1) == '*';
    }

    private void skipBlanks() {
        while (file.byteAt(at) == ' '
                || file.byteAt(at) == '\t'
                || file.byteAt(at) == '\r'
                || file.byteAt(at) == 0x0B
                || file.byteAt(at) == '\f') {
            at++;
        }
    }

    private boolean skipLineEnd() {
        if (file.byteAt(at) == '\n') {
            at++;
            return true;
        }
        return false;
    }

    private static boolean closesScope(int c) {
        return c == '}' || c == ']' || c == ')';
    }
}
