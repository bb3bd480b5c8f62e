package dev.proto2ffi.core.emit.c;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words {@code $name} stand for in a piece of C. Immutable.
 *
 * <p>A line that holds nothing but a word whose text is empty is left out; a word of several lines is indented as it
 * stands.
 */
final class Scope {
    static final Scope EMPTY = new Scope(Map.of());

    private static final Pattern WORD = Pattern.compile("\\$(\\w+)");

    private final Map<String, String> words;

    private Scope(Map<String, String> words) {
        this.words = words;
    }

    Scope with(String word, String text) {
        Map<String, String> more = new LinkedHashMap<>(words);
        more.put(word, text);
        return new Scope(more);
    }

    Scope with(String word, int number) {
        return with(word, Integer.toString(number));
    }

    /** The lines of {@code text} with all words replaced. */
    String expand(String text) {
        StringBuilder out = new StringBuilder();
        for (String line : text.lines().toList()) {
            String expanded = expandLine(line);
            if (expanded.isBlank() && !line.isBlank()) {
                continue;
            }
            out.append(expanded).append('\n');
        }
        return out.toString();
    }

    private String expandLine(String line) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        Matcher matcher = WORD.matcher(line);
        StringBuilder out = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            String text = words.get(matcher.group(1));
            if (text == null) {
                throw new IllegalStateException("nothing stands for " + matcher.group() + " in: " + line);
            }
            out.append(line, end, matcher.start()).append(text.replace("\n", "\n" + indent));
            end = matcher.end();
        }
        return out.append(line, end, line.length()).toString();
    }
}
