package dev.proto2ffi.benchmarks;

import dev.proto2ffi.benchmarks.allocation.Allocating;
import dev.proto2ffi.benchmarks.cache.SequentialReactions;
import dev.proto2ffi.benchmarks.calls.Calling;
import dev.proto2ffi.benchmarks.generation.ColdGeneration;
import dev.proto2ffi.benchmarks.generation.WarmGeneration;
import dev.proto2ffi.benchmarks.pool.Pooling;
import dev.proto2ffi.benchmarks.pool.PoolingTogether;
import dev.proto2ffi.benchmarks.scaling.ByItems;
import dev.proto2ffi.benchmarks.scaling.BySize;
import dev.proto2ffi.benchmarks.scaling.OneThread;
import dev.proto2ffi.benchmarks.scaling.TwoThreads;
import dev.proto2ffi.benchmarks.simd.Scoring;
import dev.proto2ffi.benchmarks.throughput.CommentReading;
import dev.proto2ffi.benchmarks.throughput.FeedGeneration;
import dev.proto2ffi.benchmarks.throughput.PostUpdates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param categories of {@link Category}, in the order in which they run
 * @param quick fewer and shorter iterations
 */
record Suite(List<Category> categories, boolean quick) {
    static final String USAGE = "usage: ./proto2ffi-bench [--quick] [--only CATEGORY,...], with CATEGORY one of: "
            + String.join(
                    ", ", Arrays.stream(Category.values()).map(Category::word).toList());

    /** A table of the report. */
    enum Category {
        /** Sequential passes over many structs. */
        CACHE("cache", "sequential passes over reactions of 40 bytes", SequentialReactions.class),

        /** Structs that are handed out and taken back. */
        POOL(
                "pool",
                "acquire a reaction of 40 bytes, write two fields, read one, release it",
                Pooling.class,
                PoolingTogether.class),

        /** Memory for one struct at a time, by size. */
        ALLOCATION("allocation", "get memory for a struct, write two fields, read one, give it back", Allocating.class),

        /** Functions of services. */
        CALLS(
                "calls",
                "write two numbers into a request, have them added by native code, read the answer",
                Calling.class),

        /** Work on many items in a row. */
        THROUGHPUT(
                "throughput",
                "fill, update and read many items",
                FeedGeneration.class,
                PostUpdates.class,
                CommentReading.class),

        /** Arithmetic on many items. */
        SIMD("simd", "the score of an item, a weighted sum of four doubles", Scoring.class),

        /** How the cost of an item grows. */
        SCALING(
                "scaling",
                "an item's cost by the number of items, their size, and threads",
                ByItems.class,
                BySize.class,
                OneThread.class,
                TwoThreads.class),

        /** The compiler itself. */
        GENERATION(
                "generation",
                "Java, C and Rust code for all .proto files of a run",
                WarmGeneration.class,
                ColdGeneration.class);

        private final String word;
        private final String title;
        /** For JMH: the benchmarks of the classes and of those nested in them. */
        private final String pattern;

        Category(String word, String title, Class<?>... benchmarks) {
            this.word = word;
            this.title = title;
            this.pattern = Arrays.stream(benchmarks)
                    .map(benchmark -> benchmark.getName().replace(".", "\\.") + "\\b.*")
                    .collect(Collectors.joining("|"));
        }

        /** On the command line. */
        String word() {
            return word;
        }

        String title() {
            return title;
        }

        String pattern() {
            return pattern;
        }

        private static @Nullable Category of(String word) {
            return Arrays.stream(values())
                    .filter(category -> category.word.equals(word))
                    .findFirst()
                    .orElse(null);
        }
    }

    Suite {
        categories = List.copyOf(categories);
    }

    /** From the words of the command line; null where they make no sense. */
    static @Nullable Suite of(List<String> arguments) {
        boolean quick = false;
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--quick")) {
                quick = true;
            } else if (argument.equals("--only") && i + 1 < arguments.size()) {
                i++;
                for (String word : arguments.get(i).split(",", -1)) {
                    Category category = Category.of(word);
                    if (category == null) {
                        return null;
                    }
                    categories.add(category);
                }
            } else {
                return null;
            }
        }
        return new Suite(categories.isEmpty() ? List.of(Category.values()) : categories, quick);
    }
}
