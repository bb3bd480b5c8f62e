package dev.proto2ffi.cli.reference;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Wrap {
    private Wrap() {}

    /** Lines of at most {@code width} characters, but for a word that is longer. */
    static List<String> words(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.trim().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** As {@link #words}, and a new line for each sentence: what a typesetter recognises the end of one by. */
    static List<String> sentences(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String sentence : text.trim().split("(?<=[\\p{Alnum})'\"][.?!])\\s+(?=\\p{Lu})", -1)) {
            lines.addAll(words(sentence, width));
        }
        return lines;
    }
}
