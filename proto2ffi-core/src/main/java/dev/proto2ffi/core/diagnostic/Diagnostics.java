package dev.proto2ffi.core.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what the phases of one run have to say, in the order in which they say it.
 *
 * <p>Phases add to it, recover and go on; the driver stops at the end of a phase that has errors. Not thread-safe: a
 * run is one thread.
 */
public final class Diagnostics {
    private final List<Diagnostic> all = new ArrayList<>();
    private final Set<Diagnostic> said = new HashSet<>();
    private int errors;

    /** Empty. */
    public Diagnostics() {}

    /** Keeps it unless it was said before: a rule for many declarations may be wrong for each of them. */
    public void add(Diagnostic diagnostic) {
        if (!said.add(diagnostic)) {
            return;
        }
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
