package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.source.Lookups;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All files that a run read or looked for, as it found them, so that one can tell whether another run would find something
 * else. For one thread.
 */
public final class Footprint {
    private final List<Trace> traces;

    /** How places were that can't be compared by content, though they may have changed within the same tick. */
    private final Map<Path, Optional<FileState>> places;

    private Footprint(List<Trace> traces, Map<Path, Optional<FileState>> places) {
        this.traces = traces;
        this.places = places;
    }

    /**
     * @param lookups of the run, which may have failed
     * @param started when it began, or earlier
     */
    public static Footprint of(Lookups lookups, Instant started) {
        List<Trace> traces = new ArrayList<>();
        lookups.files()
                .forEach((file, content) -> traces.add(Trace.input(file, content.bytes(0, content.length()), started)));
        lookups.absent().forEach(file -> traces.add(Trace.absent(file)));
        lookups.present().forEach(file -> traces.add(Trace.present(file)));
        Map<Path, Optional<FileState>> places = new HashMap<>();
        for (Path place : lookups.places()) {
            traces.add(Trace.place(place, started));
            places.put(place, Optional.ofNullable(FileState.of(place)));
        }
        return new Footprint(traces, places);
    }

    List<Trace> traces() {
        return traces;
    }

    /** All files and places, whether they are there or not. */
    public List<Path> files() {
        return traces.stream().map(Trace::file).toList();
    }

    /** How many files were read. */
    public int readCount() {
        return (int) traces.stream()
                .filter(trace -> trace.kind() == Trace.Kind.INPUT)
                .count();
    }

    /**
     * Those that are another content now, have appeared or gone.
     *
     * @param now the time of the call, or earlier
     */
    public List<Path> changes(Instant now) {
        List<Path> changes = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            Trace trace = traces.get(i);
            Trace refreshed = trace.kind() == Trace.Kind.PLACE ? asItWas(trace) : trace.refreshed(now);
            if (refreshed == null) {
                changes.add(trace.file());
            } else {
                traces.set(i, refreshed);
            }
        }
        return changes;
    }

    private @Nullable Trace asItWas(Trace place) {
        return Optional.ofNullable(FileState.of(place.file())).equals(places.get(place.file())) ? place : null;
    }
}
