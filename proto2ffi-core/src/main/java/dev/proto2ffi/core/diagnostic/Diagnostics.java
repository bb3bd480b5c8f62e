package dev.proto2ffi.core.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Collects what the phases of one run have to say, in the order in which they say it.
 *
 * <p>Phases add to it, recover and go on; the driver stops at the end of a phase that has errors. Not thread-safe: a
 * run is one thread.
 */
public final class Diagnostics {
    private final List<Diagnostic> all = new ArrayList<>();
    private int errors;

    /** Empty. */
    public Diagnostics() {}

    public void add(Diagnostic diagnostic) {
        all.add(diagnostic);
        if (diagnostic.severity() == Severity.ERROR) {
            errors++;
        }
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    public int errorCount() {
        return errors;
    }

    /** A live, unmodifiable view in order of arrival. */
    public List<Diagnostic> all() {
        return Collections.unmodifiableList(all);
    }
}
