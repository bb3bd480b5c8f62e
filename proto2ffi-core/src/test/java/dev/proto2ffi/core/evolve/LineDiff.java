package dev.proto2ffi.core.evolve;

import java.util.List;

/** Two short texts as one, lines that are only in the first marked with a minus, those only in the second with a plus. */
final class LineDiff {
    private LineDiff() {}

    static void print(List<String> before, List<String> after, StringBuilder out) {
        // common[i][j] is how many lines the ends from i and from j have in common, in order.
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                line(" ", before.get(i++), out);
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                line("-", before.get(i++), out);
            } else {
                line("+", after.get(j++), out);
            }
        }
    }

    private static void line(String mark, String text, StringBuilder out) {
        out.append(mark).append(text).append('\n');
    }
}
