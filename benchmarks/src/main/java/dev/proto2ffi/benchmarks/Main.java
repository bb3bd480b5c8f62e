package dev.proto2ffi.benchmarks;

import dev.proto2ffi.benchmarks.harness.Table;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs categories of benchmarks under JMH and prints a table for each: what {@code ./proto2ffi-bench} calls. */
public final class Main {
    private Main() {}

    /** Exits with 0 when all ran, with 1 when a benchmark failed, with 2 for bad arguments. */
    @SuppressWarnings("SystemOut") // a program of the command line
    public static void main(String[] args) {
        Suite suite = Suite.of(List.of(args));
        if (suite == null) {
            System.err.println(Suite.USAGE);
            System.exit(2);
            return;
        }
        try {
            for (Suite.Category category : suite.categories()) {
                System.err.println("measuring " + category.word() + ": " + category.title());
                System.out.println(Table.of(category.title(), run(category, suite.quick())));
            }
        } catch (RunnerException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Collection<RunResult> run(Suite.Category category, boolean quick) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(category.pattern())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (Runtime.version().feature() >= 23) {
            // JMH reads object headers with sun.misc.Unsafe; each fork would warn about it.
            options.jvmArgsPrepend("--sun-misc-unsafe-memory-access=allow");
        }
        if (quick) {
            options.forks(1)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.milliseconds(500))
                    .measurementIterations(4);
        }
        return new Runner(options.build()).run();
    }
}
