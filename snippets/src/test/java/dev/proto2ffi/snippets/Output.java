package dev.proto2ffi.snippets;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page says that something prints, compared with what it did print. {@code …} stands for any number of characters;
 * where it is all of a line, for any number of lines.
 */
final class Output {
    private static final String ELLIPSIS = "…";

    private Output() {}

    /** Whether all of a text is as shown. */
    static boolean matches(String shown, String printed) {
        List<String> pattern = lines(shown);
        List<String> lines = lines(printed);
        // reached[j]: the pattern so far matches the first j lines.
        boolean[] reached = new boolean[lines.size() + 1];
        reached[0] = true;
        for (String expected : pattern) {
            boolean[] after = new boolean[lines.size() + 1];
            boolean many = expected.strip().equals(ELLIPSIS);
            for (int j = 0; j <= lines.size(); j++) {
                after[j] = many
                        ? reached[j] || j > 0 && after[j - 1]
                        : j > 0 && reached[j - 1] && line(expected, lines.get(j - 1));
            }
            reached = after;
        }
        return reached[lines.size()];
    }

    /** The first line shown that a text lacks, or that stands too early in it; empty where it has all in this order. */
    static String missing(String shown, String whole) {
        List<String> lines = lines(whole);
        int at = 0;
        for (String expected : lines(shown)) {
            if (expected.isBlank() || expected.strip().equals(ELLIPSIS)) {
                continue;
            }
            while (at < lines.size() && !line(expected.strip(), lines.get(at).strip())) {
                at++;
            }
            if (at == lines.size()) {
                return expected.strip();
            }
            at++;
        }
        return "";
    }

    private static boolean line(String expected, String actual) {
        if (!expected.contains(ELLIPSIS)) {
            return expected.equals(actual);
        }
        String regex = Arrays.stream(expected.split(ELLIPSIS, -1))
                .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                .collect(Collectors.joining(".*"));
        return actual.matches(regex);
    }

    private static List<String> lines(String text) {
        return text.stripTrailing().lines().map(String::stripTrailing).toList();
    }
}
