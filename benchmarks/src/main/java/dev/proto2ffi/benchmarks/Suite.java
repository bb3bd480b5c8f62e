package dev.proto2ffi.benchmarks;

import dev.proto2ffi.benchmarks.allocation.Allocating;
import dev.proto2ffi.benchmarks.allocation.AllocatingBare;
import dev.proto2ffi.benchmarks.cache.RandomReactions;
import dev.proto2ffi.benchmarks.cache.SequentialPosts;
import dev.proto2ffi.benchmarks.cache.SequentialReactions;
import dev.proto2ffi.benchmarks.calls.Calling;
import dev.proto2ffi.benchmarks.calls.UnfencedCalling;
import dev.proto2ffi.benchmarks.ffi.CallingBack;
import dev.proto2ffi.benchmarks.ffi.PassingSmall;
import dev.proto2ffi.benchmarks.ffi.Querying;
import dev.proto2ffi.benchmarks.ffi.RoundTripping;
import dev.proto2ffi.benchmarks.generation.ColdGeneration;
import dev.proto2ffi.benchmarks.generation.WarmGeneration;
import dev.proto2ffi.benchmarks.harness.Comparison;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.ladder.ProtobufLadder;
import dev.proto2ffi.benchmarks.ladder.StructLadder;
import dev.proto2ffi.benchmarks.peers.Peers;
import dev.proto2ffi.benchmarks.pool.Pooling;
import dev.proto2ffi.benchmarks.pool.PoolingSized;
import dev.proto2ffi.benchmarks.pool.PoolingTogether;
import dev.proto2ffi.benchmarks.report.Row;
import dev.proto2ffi.benchmarks.report.Run;
import dev.proto2ffi.benchmarks.run.Plan;
import dev.proto2ffi.benchmarks.scaling.ByItems;
import dev.proto2ffi.benchmarks.scaling.BySize;
import dev.proto2ffi.benchmarks.scaling.OneThread;
import dev.proto2ffi.benchmarks.scaling.TwoThreads;
import dev.proto2ffi.benchmarks.simd.Scoring;
import dev.proto2ffi.benchmarks.stack.Heaping;
import dev.proto2ffi.benchmarks.stack.Stacking;
import dev.proto2ffi.benchmarks.throughput.CommentReading;
import dev.proto2ffi.benchmarks.throughput.FeedGeneration;
import dev.proto2ffi.benchmarks.throughput.PostUpdates;
import dev.proto2ffi.benchmarks.workload.ProtobufWorkload;
import dev.proto2ffi.benchmarks.workload.StructWorkload;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All that can be measured. */
final class Suite {
    private Suite() {}

    /** A table of the report, in the order of the report. */
    @SuppressWarnings("ImmutableEnumChecker") // its list is that of List.of
    enum Category {
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

        /** Structs that are handed out and taken back. */
        POOL(
                "pool",
                "acquire a struct (a reaction of 40 bytes, unless the case says more), write two fields, read one, release it",
                Pooling.class,
                PoolingSized.class,
                PoolingTogether.class),

        /** Passes over many structs. */
        CACHE(
                "cache",
                "passes over reactions of 40 bytes, in a row and at random, and over posts of 5,584",
                SequentialReactions.class,
                RandomReactions.class,
                SequentialPosts.class),

        /** Work on many items in a row. */
        THROUGHPUT(
                "throughput",
                "fill, update and read many items",
                FeedGeneration.class,
                PostUpdates.class,
                CommentReading.class),

        /** Arithmetic on many items. */
        SIMD("simd", "the score of an item, a weighted sum of four doubles", Scoring.class),

        /** Functions of services. */
        CALLS(
                "calls",
                "write two numbers into a request, have them added by native code, read the answer",
                Calling.class,
                UnfencedCalling.class),

        /** The calculator study, step by step. */
        LADDER(
                "ladder",
                "one add from Java to native code: through protobuf bytes, step by step, then through structs",
                ProtobufLadder.class,
                StructLadder.class),

        /** The calculator study's batches of transactions. */
        WORKLOAD(
                "workload",
                "build a ledger of transactions, have it summed up by native code, read the sums",
                ProtobufWorkload.class,
                StructWorkload.class),

        /** Other ways to share or to encode the same messages. */
        PEERS("peers", "write, read, update and scan the same messages as other libraries do", Peers.class),

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
        private final List<Class<?>> benchmarks;

        Category(String word, String title, Class<?>... benchmarks) {
            this.word = word;
            this.title = title;
            this.benchmarks = List.of(benchmarks);
        }

        /** On the command line. */
        String word() {
            return word;
        }

        String title() {
            return title;
        }

        /** Classes whose nested classes JMH runs. */
        List<Class<?>> benchmarks() {
            return benchmarks;
        }

        static Optional<Category> of(String word) {
            return Arrays.stream(values())
                    .filter(category -> category.word.equals(word))
                    .findFirst();
        }

        /** The heading of its table. */
        Run.Table table() {
            return new Run.Table(word, title);
        }
    }

    /**
     * What there is to measure. Native code is the same beside both access modes, and measured beside one.
     *
     * @param raw whether raw access is measured besides safe access
     */
    static List<Plan.Task> plan(List<Category> categories, boolean raw) {
        return categories.stream()
                .flatMap(category -> Plan.of(category.word(), category.benchmarks()).stream())
                .filter(task -> {
                    Comparison comparison = Comparison.of(task.benchmark());
                    return !comparison.mode().equals(Row.RAW)
                            || (raw && comparison.compared().by().kind() != Contender.Kind.NATIVE);
                })
                .toList();
    }
}
