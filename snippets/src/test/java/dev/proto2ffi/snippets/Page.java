package dev.proto2ffi.snippets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown page, cut into its snippets.
 *
 * <p>A mark is a comment {@code <!-- snippet: WORDS -->} in front of a fenced block; lines behind its first are code that
 * the block needs and the reader doesn't see. A comment {@code <!-- hidden LANGUAGE: WORDS} is a snippet itself, its text
 * begins on the next line. {@code <!-- snippets: WORDS -->} is the mark of all blocks behind it that have none.
 */
final class Page {
    private static final Pattern FENCE = Pattern.compile("^(\\s*)(`{3,}|~{3,})\\s*([^\\s`]*)[^`]*$");
    private static final Pattern COMMENT = Pattern.compile("^\\s*<!-- (?:snippet|hidden ([a-z+]+)):(.*)$");
    private static final Pattern REST = Pattern.compile("^\\s*<!-- snippets: (.*?) *-->\\s*$");
    private static final Pattern LIST_ITEM = Pattern.compile("^\\s*([-*+]|\\d+[.)])\\s.*");

    private final String name;
    private final List<String> lines;
    private final List<Snippet> snippets = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private int next;
    private @Nullable Mark pending;
    private Mark ofTheRest = Mark.NONE;
    private boolean inList;

    private Page(String name, String text) {
        this.name = name;
        this.lines = text.lines().toList();
        cut();
    }

    static Page read(Path root, Path file) throws IOException {
        return of(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }

    static Page of(String name, String text) {
        return new Page(name, text);
    }

    String name() {
        return name;
    }

    /** In the order of the page. */
    List<Snippet> snippets() {
        return snippets;
    }

    /** What is wrong with the page itself: each {@code page:line: reason}. */
    List<String> problems() {
        return problems;
    }

    /** What a snippet should print: the text right behind it; null where there is none. */
    @Nullable Snippet outputOf(Snippet snippet) {
        int index = snippets.indexOf(snippet) + 1;
        return snippet.prints()
                        && index < snippets.size()
                        && snippets.get(index).mayBeOutput()
                ? snippets.get(index)
                : null;
    }

    /** The snippet that prints this text; null where there is none. */
    @Nullable Snippet printerOf(Snippet text) {
        int index = snippets.indexOf(text) - 1;
        return index >= 0 && text.mayBeOutput() && snippets.get(index).prints() ? snippets.get(index) : null;
    }

    private void cut() {
        while (next < lines.size()) {
            String line = lines.get(next);
            Matcher comment = COMMENT.matcher(line);
            Matcher fence = FENCE.matcher(line);
            Matcher rest = REST.matcher(line);
            if (rest.matches()) {
                ofTheRest = orNone(mark(rest.group(1), "", next + 1));
                next++;
            } else if (comment.matches()) {
                comment(comment);
            } else if (fence.matches()) {
                fenced(fence);
            } else {
                prose(line);
                next++;
            }
        }
        refusePending(lines.size());
    }

    private void comment(Matcher begin) {
        refusePending(next + 1);
        int line = next + 1;
        StringBuilder text = new StringBuilder(begin.group(2)).append('\n');
        while (!lines.get(next).contains("-->") && next + 1 < lines.size()) {
            next++;
            text.append(lines.get(next)).append('\n');
        }
        next++;
        int end = text.indexOf("-->");
        String body = end < 0 ? text.toString() : text.substring(0, end);
        int head = body.indexOf('\n');
        String words = head < 0 ? body : body.substring(0, head);
        String code = head < 0 ? "" : body.substring(head + 1);
        if (begin.group(1) == null) {
            pending = mark(words, code, line);
        } else {
            snippets.add(new Snippet(name, line + 1, begin.group(1), code, orNone(mark(words, "", line)), true));
        }
    }

    /** Null where the words are wrong, which is a problem of the page then. */
    private @Nullable Mark mark(String words, String given, int line) {
        try {
            return Mark.parse(words, given, line + 1);
        } catch (IllegalArgumentException e) {
            problems.add(name + ":" + line + ": " + e.getMessage());
            return null;
        }
    }

    private static Mark orNone(@Nullable Mark mark) {
        return mark == null ? Mark.NONE : mark;
    }

    private void fenced(Matcher begin) {
        int first = next + 1;
        String indent = begin.group(1);
        String fence = begin.group(2);
        StringBuilder text = new StringBuilder();
        next++;
        while (next < lines.size() && !lines.get(next).strip().matches(Pattern.quote(fence) + "[`~]*")) {
            String line = lines.get(next);
            text.append(line.startsWith(indent) ? line.substring(indent.length()) : line.stripLeading())
                    .append('\n');
            next++;
        }
        if (next == lines.size()) {
            problems.add(name + ":" + first + ": this block has no end");
        }
        next++;
        Mark mark = pending == null ? ofTheRest : pending;
        pending = null;
        snippets.add(new Snippet(name, first + 1, begin.group(3), text.toString(), mark, false));
    }

    private void prose(String line) {
        if (line.isBlank()) {
            return;
        }
        refusePending(next + 1);
        if (LIST_ITEM.matcher(line).matches()) {
            inList = true;
        } else if (!line.startsWith(" ")) {
            inList = false;
        }
        boolean afterBlank = next == 0 || lines.get(next - 1).isBlank();
        if (afterBlank && !inList && (line.startsWith("    ") || line.startsWith("\t"))) {
            problems.add(name + ":" + (next + 1) + ": a block by indentation, which nobody can compile or run;"
                    + " put it between fences and name its language");
        }
    }

    private void refusePending(int line) {
        if (pending != null) {
            problems.add(name + ":" + line + ": the mark before this line belongs to no block");
            pending = null;
        }
    }
}
