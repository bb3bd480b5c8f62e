package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.source.Lookups;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run would only repeat what an earlier one did: whether the settings, the generator, each file that was read or
 * looked for, and each output are as they were.
 *
 * <p>Files are compared by size, times and number, and by a hash of their content where these differ or can't be trusted: a
 * file that is written twice within one tick of the clock looks as if it had been written once. So a file that was merely
 * touched is no reason to run.
 *
 * <p>What it remembers is worth a run's time and nothing else: where it can't be read, is damaged or can't be written,
 * the next run does its work. It is replaced in one step, so that runs at the same time don't disturb each other; the
 * states of outputs are taken while their directory is locked.
 */
public final class UpToDate {
    private static final String DIRECTORY = ".proto2ffi-memory";

    private final Path memory;
    private final @Nullable String settings;
    private final Map<Language, Path> outputs;
    private final List<Path> sources;
    private final InstantSource clock;
    private final Instant started;
    private int warnings;

    private UpToDate(
            Path memory,
            @Nullable String settings,
            Map<Language, Path> outputs,
            List<Path> sources,
            InstantSource clock,
            Instant started) {
        this.memory = memory;
        this.settings = settings;
        this.outputs = outputs;
        this.sources = sources;
        this.clock = clock;
        this.started = started;
    }

    /**
     * To be made before a run reads anything.
     *
     * @param outputs where each language's files go
     * @param memory the file in which runs of this kind remember, of which one run at a time makes sense
     * @param clock of the machine
     */
    public static UpToDate of(CompileRequest request, Map<Language, Path> outputs, Path memory, InstantSource clock) {
        Instant started = clock.instant();
        Path set = request.descriptorSet();
        List<Path> sources = set == null ? request.files() : List.of(set);
        return new UpToDate(memory, RunSettings.of(request, outputs), Map.copyOf(outputs), sources, clock, started);
    }

    /** Where a run remembers that has no other place: beside the manifest of its first output directory. */
    public static Path memoryBeside(CompileRequest request, Map<Language, Path> outputs) {
        Path first = new TreeMap<>(outputs).firstEntry().getValue();
        String name = Manifest.hash(Manifest.bytes(RunSettings.identity(request, outputs)));
        return first.resolve(DIRECTORY).resolve(name.substring(0, 16));
    }

    /** Whether there is nothing to do. Reads no file whose size and times say that it has not changed. */
    public boolean isUpToDate() {
        MemoryText remembered = read();
        if (remembered == null || hasMoreToRemove()) {
            return false;
        }
        List<Trace> refreshed = new ArrayList<>(remembered.traces().size());
        boolean touched = false;
        for (Trace trace : remembered.traces()) {
            Trace now = trace.refreshed(started);
            if (now == null) {
                return false;
            }
            touched |= trace.state() != null && !now.equals(trace);
            refreshed.add(now);
        }
        warnings = remembered.warnings();
        if (touched) {
            // So that the next run need not read the same files again.
            write(new MemoryText(remembered.settings(), warnings, refreshed));
        }
        return true;
    }

    /** Another run of this command, with a file that has gone since, may have left outputs that this one removes. */
    private boolean hasMoreToRemove() {
        try {
            for (Path directory : new TreeSet<>(outputs.values())) {
                if (OutputDirectory.wouldRetire(directory, outputs.keySet(), sources)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** How many warnings came with what is up to date; they would be shown again if it were not. */
    public int warnings() {
        return warnings;
    }

    /**
     * Remembers a run that succeeded.
     *
     * @param lookups all that it read and looked for
     * @param diagnostics what it said
     */
    public void remember(OutputWriter.Result result, Lookups lookups, Diagnostics diagnostics) {
        if (settings == null) {
            return;
        }
        List<Trace> traces = new ArrayList<>(Footprint.of(lookups, started).traces());
        Instant done = clock.instant();
        result.outputs().forEach(output -> traces.add(Trace.output(output, started, done)));
        for (Path directory : new TreeSet<>(outputs.values())) {
            traces.add(Trace.present(directory.resolve(Manifest.FILE_NAME)));
        }
        if (traces.stream().map(Trace::file).allMatch(UpToDate::canBeNamed)) {
            write(new MemoryText(settings, count(diagnostics), traces));
        }
    }

    private static int count(Diagnostics diagnostics) {
        return (int) diagnostics.all().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.WARNING)
                .count();
    }

    /** Not in a locale that lacks the letters of the name. */
    private static boolean canBeNamed(Path path) {
        return Path.of(path.toString()).equals(path);
    }

    private @Nullable MemoryText read() {
        if (settings == null) {
            return null;
        }
        try {
            return MemoryText.parse(Files.readString(memory), settings);
        } catch (IOException e) {
            return null;
        }
    }

    private void write(MemoryText text) {
        Path directory = memory.toAbsolutePath().getParent();
        if (directory == null) {
            return;
        }
        @Nullable Path temporary = null;
        try {
            makeDirectory(directory);
            temporary = Files.createTempFile(directory, ".", ".tmp");
            Files.write(temporary, text.toString().getBytes(StandardCharsets.UTF_8));
            Files.move(temporary, memory, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Then the next run does its work.
            deleteQuietly(temporary);
        }
    }

    private static void makeDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (directory.endsWith(DIRECTORY)) {
            // Generated code may be committed; times of files on this machine are of no use to others.
            Path ignore = directory.resolve(".gitignore");
            if (!Files.exists(ignore)) {
                Files.writeString(ignore, "*\n");
            }
        }
    }

    private static void deleteQuietly(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A left-over temporary file does no harm.
        }
    }
}
