package dev.proto2ffi.core.source;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which files on disk a run has read, and which it has looked for in vain: all that would have to change for another run
 * to find something else. For one run in one thread.
 *
 * <p>Told while a run goes on, so that after a failure it has what the failure may have come from.
 */
public final class Lookups {
    private final Map<Path, SourceFile> files = new LinkedHashMap<>();
    private final Set<Path> absent = new LinkedHashSet<>();
    private final Set<Path> present = new LinkedHashSet<>();
    private final Set<Path> places = new LinkedHashSet<>();

    /** A file was there, and this is what it held. */
    public void read(Path file, SourceFile content) {
        absent.remove(file);
        places.remove(file);
        files.put(file, content);
    }

    /** A file was looked for and wasn't there. */
    public void absent(Path file) {
        if (!files.containsKey(file)) {
            absent.add(file);
        }
    }

    /** A file was there, and nothing else about it matters. */
    public void present(Path file) {
        if (!files.containsKey(file)) {
            present.add(file);
        }
    }

    /** Something is there whose every change counts, such as an archive, or a file that can't be read. */
    public void depends(Path place) {
        if (!files.containsKey(place)) {
            places.add(place);
        }
    }

    /** What was read, in that order. */
    public Map<Path, SourceFile> files() {
        return Collections.unmodifiableMap(files);
    }

    /** What was looked for and not there. */
    public Set<Path> absent() {
        return Collections.unmodifiableSet(absent);
    }

    /** What was there, without having been read. */
    public Set<Path> present() {
        return Collections.unmodifiableSet(present);
    }

    /** What else there is whose every change counts. */
    public Set<Path> places() {
        return Collections.unmodifiableSet(places);
    }
}
