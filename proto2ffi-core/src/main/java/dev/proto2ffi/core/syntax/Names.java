package dev.proto2ffi.core.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spelling of words, by ASCII alone: neither depends on the locale. */
final class Names {
    private Names() {}

    static String asciiLower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c);
        }
        return lower.toString();
    }

    static boolean isIdentifier(String text) {
        if (text.isEmpty() || !Lexer.isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!Lexer.isLetter(text.charAt(i)) && !Lexer.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The known word that {@code text} is most likely a misspelling of: at most two edits away; null where none is. */
    static @Nullable String closest(String text, List<String> known) {
        String best = null;
        int least = 3;
        for (String word : known) {
            int distance = Math.abs(word.length() - text.length()) < least ? distance(text, word) : least;
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return best;
    }

    /** How many letters must be inserted, dropped or replaced. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
