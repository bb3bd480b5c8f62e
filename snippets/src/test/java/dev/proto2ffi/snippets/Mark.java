package dev.proto2ffi.snippets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an invisible comment in front of a snippet says of it.
 *
 * @param words what to do with it; a word without a value has an empty one
 * @param skip why it is neither compiled nor run; null where it is
 * @param checkedBy the test class that looks at it instead; null for most
 * @param given code that the reader doesn't see and the snippet needs; may be empty
 * @param givenLine the line of the page on which that begins
 */
record Mark(
        Map<String, String> words,
        @Nullable String skip,
        @Nullable String checkedBy,
        String given,
        int givenLine) {
    static final Mark NONE = new Mark(Map.of(), null, null, "", 0);

    /** Each is explained in CONTRIBUTING.md. */
    private static final Set<String> KNOWN =
            Set.of("file", "apart", "wrap", "with", "returns", "uses", "name", "run", "fails", "of", "only", "exit");

    private static final Pattern WORD = Pattern.compile("([a-z]+)(?:=(?:\"([^\"]*)\"|(\\S+)))?(?:\\s+|$)");
    private static final Pattern SKIP = Pattern.compile("skip because (\\S.*)");
    private static final Pattern CHECKED = Pattern.compile("checked by (\\w+)\\s*");

    /** @throws IllegalArgumentException if the text is no mark; the message says what is wrong */
    static Mark parse(String text, String given, int givenLine) {
        Map<String, String> words = new LinkedHashMap<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            Matcher skip = SKIP.matcher(rest);
            if (skip.matches()) {
                return new Mark(words, skip.group(1), null, given, givenLine);
            }
            Matcher checked = CHECKED.matcher(rest);
            if (checked.matches()) {
                return new Mark(words, null, checked.group(1), given, givenLine);
            }
            Matcher word = WORD.matcher(rest);
            if (!word.lookingAt() || !KNOWN.contains(word.group(1))) {
                throw new IllegalArgumentException("the mark says '" + rest + "'; it takes 'skip because REASON',"
                        + " 'checked by TEST', or some of "
                        + KNOWN.stream().sorted().toList());
            }
            String value = word.group(2) != null ? word.group(2) : word.group(3);
            words.put(word.group(1), value == null ? "" : value);
            rest = rest.substring(word.end());
        }
        return new Mark(words, null, null, given, givenLine);
    }

    boolean has(String word) {
        return words.containsKey(word);
    }

    /** The value of a word; null where the word isn't there. */
    @Nullable String get(String word) {
        return words.get(word);
    }

    String get(String word, String otherwise) {
        return words.getOrDefault(word, otherwise);
    }
}
