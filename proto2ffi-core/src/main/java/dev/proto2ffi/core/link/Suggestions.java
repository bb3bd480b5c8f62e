package dev.proto2ffi.core.link;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The known name that is closest to one that isn't known. */
public final class Suggestions {
    /** Beyond so many errors nobody reads suggestions, each of which looks at all symbols. */
    private static final int MOST_ERRORS = 100;

    /** Longer words are no slips of the finger; comparing them takes the product of their lengths. */
    private static final int LONGEST = 200;

    private final String wanted;
    private @Nullable String best;
    private int bestDistance;

    /** @param wanted the name as written; candidates that differ in more than a third of it are not offered */
    Suggestions(String wanted) {
        this.wanted = wanted;
        this.bestDistance = Math.max(1, wanted.length() / 3) + 1;
    }

    /** The candidate that is closest, ignoring case; null where none is near. */
    public static @Nullable String closest(String wanted, Iterable<String> candidates) {
        if (wanted.length() > LONGEST) {
            return null;
        }
        Suggestions suggestions = new Suggestions(wanted);
        candidates.forEach(suggestions::offer);
        return suggestions.best;
    }

    /** The symbol that a file sees and whose simple name is closest, as a full name. */
    static @Nullable String closestSymbol(
            String wanted, SymbolTable table, FileUnit file, Predicate<Symbol> wantedKind, Diagnostics diagnostics) {
        String last = wanted.substring(wanted.lastIndexOf('.') + 1);
        if (last.length() > LONGEST || diagnostics.errorCount() >= MOST_ERRORS) {
            return null;
        }
        Suggestions suggestions = new Suggestions(last);
        String[] found = new String[1];
        for (Symbol symbol : table.all()) {
            if (wantedKind.test(symbol) && file.seesInOptions(symbol.file)) {
                suggestions.offer(symbol.name, name -> found[0] = symbol.fullName);
            }
        }
        return found[0];
    }

    private void offer(String candidate) {
        offer(candidate, name -> {});
    }

    private void offer(String candidate, Consumer<String> whenBest) {
        if (Math.abs(candidate.length() - wanted.length()) >= bestDistance) {
            return;
        }
        int distance = distance(wanted, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
            whenBest.accept(candidate);
        }
    }

    /** Insertions, deletions, replacements and swaps of neighbours between two words, ignoring case. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int cost = isSame(a, i - 1, b, j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && isSame(a, i - 1, b, j - 2) && isSame(a, i - 2, b, j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private static boolean isSame(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i)) == Character.toLowerCase(b.charAt(j));
    }
}
