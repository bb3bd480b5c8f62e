package dev.proto2ffi.snippets;

import java.util.regex.Pattern;

/** A Markdown page without its code and comments; lines stay where they are. */
final class Prose {
    private static final Pattern FENCE = Pattern.compile("^\\s*(```|~~~).*$");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    private Prose() {}

    static String of(String page) {
        String text = COMMENT.matcher(page)
                .replaceAll(found -> "\n".repeat((int)
                        found.group().chars().filter(c -> c == '\n').count()));
        StringBuilder prose = new StringBuilder();
        boolean code = false;
        for (String line : text.lines().toList()) {
            boolean fence = FENCE.matcher(line).matches();
            prose.append(code || fence ? "" : line).append('\n');
            code ^= fence;
        }
        return prose.toString();
    }
}
