package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Footprint;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.source.Lookups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Generates whenever something has changed that the last run read or looked for, until the process is ended.
 *
 * <p>What has changed is found by looking at those files; the system is only asked when to look. So what editors and
 * builds do beside them, this one's outputs included, starts nothing.
 */
final class WatchLoop {
    /** Chooses to look twice a second in place of waiting for the system's word. */
    private static final String POLL = "proto2ffi.watch";

    private static final int NAMES_SHOWN = 3;

    private final Context context;
    private final Requests requests;
    private final Map<Language, Path> directories;

    /** Held while files are written: the process ends between two runs, not within one. */
    private final ReentrantLock running = new ReentrantLock();

    private ChangeSignal signal = new Polling();

    /** Makes the request anew, for patterns may match other files by now. */
    interface Requests {
        CompileRequest make() throws IOException;

        /** Where files may appear that the next request will have. */
        Set<Path> places() throws IOException;
    }

    WatchLoop(Context context, Requests requests, Map<Language, Path> directories) {
        this.context = context;
        this.requests = requests;
        this.directories = directories;
    }

    /** Returns when its thread is interrupted. */
    int run() throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::awaitEndOfRun));
        signal = openSignal();
        try {
            Round round = round();
            note("watching " + files(round.footprint().readCount()) + "; Ctrl-C ends it");
            while (true) {
                List<Path> changes = awaitChanges(round);
                note("changed: " + names(changes));
                round = round();
            }
        } catch (InterruptedException e) {
            return ExitCode.DONE;
        } finally {
            signal.close();
        }
    }

    private void awaitEndOfRun() {
        try {
            if (running.tryLock(5, TimeUnit.SECONDS)) {
                running.unlock();
            }
        } catch (InterruptedException e) {
            // Then it ends at once.
        }
    }

    private record Round(List<Path> asked, Footprint footprint) {}

    private Round round() throws IOException {
        Instant started = Instant.now();
        long clock = System.nanoTime();
        Lookups lookups = new Lookups();
        List<Path> asked = List.of();
        running.lock();
        try {
            CompileRequest request = requests.make();
            asked = request.files();
            Generation generation = new Generation(context, request, directories);
            Progress progress = new Progress(context.console(), asked.size());
            OutputWriter.@Nullable Result result = generation.run(lookups, progress);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - clock);
            note(
                    result == null
                            ? "nothing was written; waiting for a change"
                            : Generation.summary(result) + String.format(Locale.ROOT, " in %.2f s", millis / 1000.0));
        } catch (IOException e) {
            new Failures(context).execution(e);
            note("nothing was written; waiting for a change");
        } finally {
            running.unlock();
        }
        return new Round(asked, Footprint.of(lookups, started));
    }

    private List<Path> awaitChanges(Round round) throws InterruptedException {
        watch(round);
        while (true) {
            List<Path> changes = round.footprint().changes(Instant.now());
            for (Path file : asked(round)) {
                if (!round.asked().contains(file) && !changes.contains(file)) {
                    changes.add(file);
                }
            }
            if (!changes.isEmpty()) {
                return changes;
            }
            signal.await();
            if (signal instanceof DirectoryWatcher) {
                // Directories may have come or gone in which files are looked for.
                watch(round);
            }
        }
    }

    /** The files that would be asked for now; those of the last round while directories change under the search. */
    private List<Path> asked(Round round) {
        try {
            return requests.make().files();
        } catch (IOException | UncheckedIOException e) {
            return round.asked();
        }
    }

    private ChangeSignal openSignal() {
        // The JDK itself polls there, and more seldom.
        boolean isMac = System.getProperty("os.name", "").startsWith("Mac");
        if (isMac || "poll".equals(System.getProperty(POLL))) {
            return new Polling();
        }
        try {
            return DirectoryWatcher.open();
        } catch (IOException e) {
            return new Polling();
        }
    }

    private void watch(Round round) {
        Set<Path> places = new LinkedHashSet<>();
        try {
            places.addAll(requests.places());
        } catch (IOException | UncheckedIOException e) {
            // A directory has gone during the search; the next look finds what there is then.
        }
        for (Path file : round.footprint().files()) {
            places.add(existingParent(file));
        }
        try {
            signal.watch(places);
        } catch (IOException e) {
            if (places.stream().allMatch(Files::isDirectory)) {
                signal.close();
                signal = new Polling();
                note("the system can't watch " + places.size() + " directories (" + e.getMessage()
                        + "): looking twice a second instead");
            }
        }
    }

    /** The directory of a file, or the nearest above it that there is. */
    private static Path existingParent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        while (parent != null && parent.getParent() != null && !Files.isDirectory(parent)) {
            parent = parent.getParent();
        }
        return parent == null ? Path.of("").toAbsolutePath() : parent;
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    private static String names(List<Path> changes) {
        List<String> names = new ArrayList<>();
        changes.stream().limit(NAMES_SHOWN).forEach(path -> names.add(path.toString()));
        int more = changes.size() - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }

    private void note(String text) {
        context.reporter().report(Diagnostic.note("watch", null, text));
    }
}
