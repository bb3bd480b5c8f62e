package dev.proto2ffi.snippets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source file made of a snippet and what is put around it. It knows which line of the page each of its lines came
 * from, and so translates what a compiler says.
 */
final class Composition {
    private final String page;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> origins = new ArrayList<>();

    Composition(String page) {
        this.page = page;
    }

    /** Adds a line that the page doesn't have; places in it are told as {@code line}. */
    Composition line(String added, int line) {
        text.append(added).append('\n');
        added.lines().forEach(one -> origins.add(line));
        return this;
    }

    /** Adds lines of the page that begin at {@code line}. */
    Composition lines(String added, int line) {
        int at = line;
        for (String one : added.lines().toList()) {
            text.append(one).append('\n');
            origins.add(at++);
        }
        return this;
    }

    /** Adds the snippet itself. */
    Composition body(Snippet snippet) {
        return lines(snippet.text(), snippet.line());
    }

    /** Adds the snippet's lines that match, or those that don't; the others become empty, so that lines stay in place. */
    Composition body(Snippet snippet, Pattern pattern, boolean matching) {
        StringBuilder kept = new StringBuilder();
        for (String one : snippet.text().lines().toList()) {
            kept.append(pattern.matcher(one).matches() == matching ? one : "").append('\n');
        }
        return lines(kept.toString(), snippet.line());
    }

    /** Adds the code that the mark gives. */
    Composition given(Snippet snippet) {
        return lines(snippet.mark().given(), snippet.mark().givenLine());
    }

    String text() {
        return text.toString();
    }

    /** {@code docs/memory.md:42} for a line of the source, from 1. */
    String place(long line) {
        boolean known = line >= 1 && line <= origins.size();
        return page + ":" + (known ? origins.get((int) line - 1) : line);
    }

    /** Replaces {@code …/file:LINE} by places of the page. */
    String translate(String said, String file) {
        Matcher place =
                Pattern.compile("[^\\s:]*" + Pattern.quote(file) + ":(\\d+)").matcher(said);
        return place.replaceAll(found -> Matcher.quoteReplacement(place(Long.parseLong(found.group(1)))));
    }
}
