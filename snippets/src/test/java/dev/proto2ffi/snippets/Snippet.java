package dev.proto2ffi.snippets;

import org.jspecify.annotations.Nullable;

/**
 * A block of code on a page.
 *
 * @param page its path in the repository, with forward slashes
 * @param line the line of the page on which the text begins, from 1
 * @param language the word behind the fence; empty where there is none
 * @param text ends with a line feed unless empty
 * @param hidden whether it stands in a comment, where readers don't see it
 */
record Snippet(String page, int line, String language, String text, Mark mark, boolean hidden) {
    /** {@code docs/memory.md:42}. */
    String place() {
        return page + ":" + line;
    }

    /** The name under which it is a file of its page; null where it is none. */
    @Nullable String file() {
        return mark.get("file");
    }

    /** Whether the text may be what something before it prints. */
    boolean mayBeOutput() {
        return (language.equals("text") || language.equals("json")) && mark.equals(Mark.NONE);
    }

    /** Whether it prints something, to be compared with the text behind it. */
    boolean prints() {
        return language.equals("sh") || mark.has("run");
    }

    /** A failure at a place that editors find: the one with which the reason begins, or else that of the snippet. */
    AssertionError failure(String reason) {
        String said = reason.strip();
        return new AssertionError(said.startsWith(page + ":") ? said : place() + ": " + said);
    }
}
