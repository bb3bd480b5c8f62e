package dev.proto2ffi.benchmarks.run;

import dev.proto2ffi.benchmarks.report.Row;
import dev.proto2ffi.benchmarks.report.Run.Missing;
import dev.proto2ffi.benchmarks.report.Settings;
import java.io.Console;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures tasks under JMH, in rounds: see {@link Settings}. A row that fails is remembered with its cause, and the others
 * go on. Another thread may ask for what has been measured so far.
 */
public final class Runs {
    /** Of every fork. JMH reads object headers with sun.misc.Unsafe; newer JVMs would warn about that in each. */
    public static final List<String> FLAGS = Runtime.version().feature() >= 23
            ? List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
            : List.of("--enable-native-access=ALL-UNNAMED");

    /** Ctrl-C ends the fork and this JVM at the same time: the fork's end must not look like a failure of the row. */
    private static final int GRACE_MILLIS = 500;

    /** Of JMH's message. */
    private static final String BUSY = "Unable to acquire the JMH lock";

    /** Of an iteration that hangs. */
    private static final int TIMEOUT_SECONDS = 60;

    private final List<Plan.Task> tasks;
    private final Settings settings;
    private final Progress progress;
    private final Map<Plan.Task, Measurement> measured = new LinkedHashMap<>();
    private final List<Missing> leftOut = new ArrayList<>();
    private final List<Missing> failed = new ArrayList<>();
    private final Set<Plan.Task> dead = new HashSet<>();

    public Runs(List<Plan.Task> tasks, Settings settings) {
        this.tasks = List.copyOf(tasks);
        this.settings = settings;
        this.progress = new Progress(System.err, isTerminal(), tasks.size(), settings.rounds());
    }

    /** The console is null on JDK 22 and later, too, where its provider is told to be the old one. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /**
     * Measures all.
     *
     * @throws IOException when JMH runs elsewhere on this machine: both would disturb each other
     */
    public void measure() throws IOException, InterruptedException {
        for (int round = 1; round <= settings.rounds(); round++) {
            progress.startRound(round);
            for (Plan.Task task : tasks) {
                progress.start(task);
                long start = System.nanoTime();
                String result = isDead(task) ? "left out" : measure(task);
                progress.done(task, (System.nanoTime() - start) / 1e9, result);
            }
        }
        progress.end();
    }

    /** The rows so far. */
    public synchronized List<Row> rows() {
        return measured.values().stream().map(Measurement::row).toList();
    }

    /** What this machine can't measure, each reason once. */
    public synchronized List<Missing> leftOut() {
        return byReason(leftOut);
    }

    public synchronized List<Missing> failed() {
        return List.copyOf(failed);
    }

    private synchronized boolean isDead(Plan.Task task) {
        return dead.contains(task);
    }

    private String measure(Plan.Task task) throws IOException, InterruptedException {
        try {
            Collection<RunResult> results = new Runner(options(task)).run();
            if (results.size() != 1) {
                return give(task, false, "JMH found " + results.size() + " benchmarks of this name");
            }
            synchronized (this) {
                double median = measured.computeIfAbsent(task, Measurement::new)
                        .add(results.iterator().next());
                return String.format(Locale.ROOT, "%,.2f ns", median);
            }
        } catch (RunnerException e) {
            Thread.sleep(GRACE_MILLIS);
            if (Failure.cause(e).contains(BUSY)) {
                throw new IOException(
                        "JMH runs elsewhere on this machine, and would disturb this run: wait for it to end", e);
            }
            String missing = Failure.missing(e);
            return missing == null ? give(task, false, Failure.cause(e)) : give(task, true, missing);
        }
    }

    private synchronized String give(Plan.Task task, boolean missing, String reason) {
        dead.add(task);
        (missing ? leftOut : failed).add(new Missing(task.label(), reason));
        if (!missing) {
            progress.say("FAILED " + task.label() + ": " + reason);
        }
        return missing ? "left out" : "failed";
    }

    private Options options(Plan.Task task) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + task.benchmark().replace(".", "\\.") + "$")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .timeout(TimeValue.seconds(TIMEOUT_SECONDS))
                .forks(1)
                .warmupForks(0)
                .warmupIterations(task.isLengthy() ? 0 : settings.warmupIterations())
                .warmupTime(TimeValue.milliseconds(settings.warmupMillis()))
                .measurementIterations(task.isLengthy() ? 1 : settings.iterations())
                .measurementTime(TimeValue.milliseconds(settings.iterationMillis()))
                .jvmArgsPrepend(FLAGS.toArray(new String[0]));
        task.parameters().forEach(options::param);
        return options.build();
    }

    private static List<Missing> byReason(List<Missing> all) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        all.forEach(missing ->
                rows.computeIfAbsent(missing.why(), why -> new ArrayList<>()).add(missing.what()));
        return rows.entrySet().stream()
                .map(entry -> new Missing(summary(entry.getValue()), entry.getKey()))
                .toList();
    }

    private static String summary(List<String> rows) {
        String first = rows.get(0);
        return rows.size() == 1 ? first : rows.size() + " rows, such as " + first;
    }
}
