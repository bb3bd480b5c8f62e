package dev.proto2ffi.benchmarks;

import dev.proto2ffi.benchmarks.report.Settings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** What the command line asks for. */
interface Arguments {
    /**
     * Measure.
     *
     * @param categories in the order of the report
     * @param settings how long
     * @param out folder of the results
     */
    record Measure(List<Suite.Category> categories, Settings settings, Path out) implements Arguments {}

    /** Write the report of a run again. */
    record Report(Path run) implements Arguments {}

    /** Tell how two runs agree. */
    record Compare(Path earlier, Path later) implements Arguments {}

    /** Write the figures of a run into the docs. */
    record Docs(Path run) implements Arguments {}

    /** Explain all that. */
    record Help() implements Arguments {}

    /** Something that makes no sense. */
    final class BadArgumentException extends Exception {
        private static final long serialVersionUID = 1;

        BadArgumentException(String message) {
            super(message);
        }
    }

    /**
     * From the words of the command line.
     *
     * @param folder that paths are relative to
     * @param out folder of the results, where none is given
     */
    static Arguments of(List<String> words, Path folder, Path out) throws BadArgumentException {
        Deque<String> left = new ArrayDeque<>(words);
        Settings settings = Settings.FULL;
        int rounds = 0;
        Path results = out;
        List<Suite.Category> categories = List.of(Suite.Category.values());
        while (!left.isEmpty()) {
            String word = left.pop();
            switch (word) {
                case "--help", "-h" -> {
                    return new Help();
                }
                case "--quick" -> settings = Settings.QUICK;
                case "--rounds" -> rounds = number(next(left, word));
                case "--only" -> categories = categories(next(left, word));
                case "--out" -> results = folder.resolve(next(left, word));
                case "--report" -> {
                    return last(left, new Report(folder.resolve(next(left, word))));
                }
                case "--docs" -> {
                    return last(left, new Docs(folder.resolve(next(left, word))));
                }
                case "--compare" -> {
                    Path earlier = folder.resolve(next(left, word));
                    return last(left, new Compare(earlier, folder.resolve(next(left, word))));
                }
                default -> throw new BadArgumentException("what is " + word + "? --help tells what there is");
            }
        }
        return new Measure(categories, rounds == 0 ? settings : settings.withRounds(rounds), results);
    }

    private static String next(Deque<String> left, String option) throws BadArgumentException {
        if (left.isEmpty()) {
            throw new BadArgumentException(option + " needs a value; see --help");
        }
        return left.pop();
    }

    private static int number(String text) throws BadArgumentException {
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new BadArgumentException("--rounds needs a number from 1 to 999, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static Arguments last(Deque<String> left, Arguments arguments) throws BadArgumentException {
        if (!left.isEmpty()) {
            throw new BadArgumentException("nothing can follow: " + left.peek());
        }
        return arguments;
    }

    private static List<Suite.Category> categories(String words) throws BadArgumentException {
        List<String> wanted = List.of(words.split(",", -1));
        List<String> known =
                Arrays.stream(Suite.Category.values()).map(Suite.Category::word).toList();
        for (String word : wanted) {
            if (!known.contains(word)) {
                throw new BadArgumentException("there is no category '" + word + "', only " + String.join(", ", known));
            }
        }
        return new ArrayList<>(Arrays.stream(Suite.Category.values())
                .filter(category -> wanted.contains(category.word()))
                .toList());
    }
}
