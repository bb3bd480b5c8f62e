package dev.proto2ffi.core.emit.rust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Schema comments as rustdoc. They were not written as Markdown: what Markdown would take for a block of code, and
 * rustdoc for a test to run, for HTML or for a link, is shown as it was written.
 */
final class RustDoc {
    private static final Pattern URL =
            Pattern.compile("https?://[^\\s<>\\[\\]`\"'|\\\\]*[^\\s<>\\[\\]`\"'|\\\\.,;:!?)]");
    private static final String SPECIAL = "\\[]<>*~";

    private RustDoc() {}

    /** The lines of a comment, without empty ones at either end. */
    static List<String> lines(String comment) {
        List<String> lines = new ArrayList<>();
        for (String line : comment.split("\\R", -1)) {
            String text = line.strip().replaceAll("\\s+", " ");
            if (!text.isEmpty()
                    || (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty())) {
                lines.add(line(text));
            }
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** A comment, then a paragraph of our own. */
    static List<String> lines(String comment, String added) {
        List<String> lines = lines(comment);
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(added);
        return lines;
    }

    private static String line(String text) {
        // Bullets stay what they are; a fence of backquotes or tildes does not.
        boolean bullet = text.startsWith("* ");
        String body = visible(bullet ? text.substring(2) : text);
        boolean spans =
                !body.contains("``") && body.chars().filter(c -> c == '`').count() % 2 == 0;
        StringBuilder result = new StringBuilder(bullet ? "* " : "");
        Matcher url = URL.matcher(body);
        boolean code = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            code ^= spans && c == '`';
            if (!code && c == 'h' && url.find(i) && url.start() == i) {
                result.append('<').append(url.group()).append('>');
                i = url.end() - 1;
            } else {
                boolean escape = !code && (SPECIAL.indexOf(c) >= 0 || (c == '`' && !spans));
                result.append(escape ? "\\" : "").append(c);
            }
        }
        return result.toString();
    }

    /** Control and format characters by name: rustc refuses those that change the direction of text. */
    static String visible(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE) {
                result.append(String.format(Locale.ROOT, "U+%04X", c));
            } else {
                result.appendCodePoint(c);
            }
        });
        return result.toString();
    }
}
