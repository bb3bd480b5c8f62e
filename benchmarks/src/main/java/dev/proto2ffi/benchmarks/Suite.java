package dev.proto2ffi.benchmarks;

import dev.proto2ffi.benchmarks.allocation.Allocating;
import dev.proto2ffi.benchmarks.allocation.AllocatingBare;
import dev.proto2ffi.benchmarks.cache.RandomReactions;
import dev.proto2ffi.benchmarks.cache.SequentialPosts;
import dev.proto2ffi.benchmarks.cache.SequentialReactions;
import dev.proto2ffi.benchmarks.calls.Calling;
import dev.proto2ffi.benchmarks.ffi.CallingBack;
import dev.proto2ffi.benchmarks.ffi.PassingSmall;
import dev.proto2ffi.benchmarks.ffi.Querying;
import dev.proto2ffi.benchmarks.ffi.RoundTripping;
import dev.proto2ffi.benchmarks.pool.Pooling;
import dev.proto2ffi.benchmarks.pool.PoolingSized;
import dev.proto2ffi.benchmarks.pool.PoolingTogether;
import dev.proto2ffi.benchmarks.stack.Heaping;
import dev.proto2ffi.benchmarks.stack.Stacking;
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
        /** Passes over many structs. */
        CACHE(
                "cache",
                "passes over reactions of 40 bytes and posts of 5,584, two reads and a write each",
                SequentialReactions.class,
                RandomReactions.class,
                SequentialPosts.class),

        /** Structs that are handed out and taken back. */
        POOL(
                "pool",
                "acquire a struct, write two fields, read one, release it; a reaction of 40 bytes unless the case says more",
                Pooling.class,
                PoolingSized.class,
                PoolingTogether.class),

        /** Memory for one struct at a time, by size. */
        ALLOCATION(
                "allocation",
                "get memory for a struct, write two fields, read one, give it back",
                Allocating.class,
                AllocatingBare.class),

        /** The stack, and what Java has for one, against the heap. */
        STACK(
                "stack",
                "a struct on the stack or the heap: make it, write two fields, read one",
                Stacking.class,
                Heaping.class),

        /** Calls of single functions, there and back. */
        FFI(
                "ffi",
                "queries, round trips, calls back, and small structs by value and by pointer",
                Querying.class,
                RoundTripping.class,
                CallingBack.class,
                PassingSmall.class),

        /** Functions of services. */
        CALLS(
                "calls",
                "write two numbers into a request, have them added by native code, read the answer",
                Calling.class);

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
