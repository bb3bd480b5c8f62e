package dev.proto2ffi.benchmarks;

import dev.proto2ffi.benchmarks.report.LeftOut;
import dev.proto2ffi.benchmarks.report.Machine;
import dev.proto2ffi.benchmarks.report.Rows;
import dev.proto2ffi.benchmarks.report.Run;
import dev.proto2ffi.benchmarks.report.Run.Missing;
import dev.proto2ffi.benchmarks.report.Settings;
import dev.proto2ffi.benchmarks.run.Runs;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** One run of the suite, from the arguments to the files. Ctrl-C keeps what has been measured. */
@SuppressWarnings("SystemOut") // a program of the command line
final class Session {
    private final Arguments.Measure wanted;
    private final Settings settings;
    private final Instant start = Instant.now();
    private final Machine machine = Machine.here(Runs.FLAGS);
    private final Runs runs;
    /** What the settings leave out. */
    private final List<Missing> skipped = new ArrayList<>();

    /** Guarded by this. */
    private boolean kept;

    Session(Arguments.Measure wanted) {
        this.wanted = wanted;
        this.settings = wanted.settings();
        this.runs = new Runs(Suite.plan(wanted.categories(), settings.raw()), settings);
        if (!settings.raw()) {
            skipped.add(new Missing("rows with raw access", "--quick measures safe access only"));
        }
        if (wanted.categories().size() < Suite.Category.values().length) {
            skipped.add(new Missing("other categories", "--only was given"));
        }
    }

    /** Measures, and keeps the results. */
    Run run() throws IOException, InterruptedException {
        skipped.forEach(missing -> System.err.println("left out: " + missing.what() + ": " + missing.why()));
        System.err.println("each row: " + settings.text());
        Thread hook = new Thread(this::interrupted, "keeps results");
        Runtime.getRuntime().addShutdownHook(hook);
        runs.measure();
        Run run = keep(true);
        Runtime.getRuntime().removeShutdownHook(hook);
        return run;
    }

    private void interrupted() {
        try {
            Run run = keep(false);
            if (!run.rows().isEmpty()) {
                System.err.println(
                        "\nended early; " + run.rows().size() + " rows are in " + new Results(wanted.out()).json());
            }
        } catch (IOException e) {
            System.err.println("can't keep the results: " + e);
        }
    }

    private synchronized Run keep(boolean finished) throws IOException {
        List<Missing> leftOut = new ArrayList<>(skipped);
        leftOut.addAll(runs.leftOut());
        leftOut.addAll(LeftOut.always());
        Run run = new Run(
                Run.SCHEMA,
                start.truncatedTo(ChronoUnit.SECONDS).toString(),
                ChronoUnit.SECONDS.between(start, Instant.now()),
                finished,
                settings,
                machine,
                wanted.categories().stream().map(Suite.Category::table).toList(),
                Rows.completed(runs.rows()),
                leftOut,
                runs.failed());
        if (!kept && !run.rows().isEmpty()) {
            new Results(wanted.out()).keep(run);
            kept = true;
        }
        return run;
    }
}
