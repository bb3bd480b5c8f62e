package dev.proto2ffi.benchmarks.run;

import dev.proto2ffi.benchmarks.harness.NotHereException;
import dev.proto2ffi.runtime.NativeLibraryException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a fork failed, from the exceptions that JMH wraps around it. */
final class Failure {
    private Failure() {}

    /** What the machine lacks; null where something else is the matter. */
    static @Nullable String missing(Throwable failure) {
        for (Throwable e : chain(failure)) {
            if (e instanceof NativeLibraryException
                    || e instanceof NotHereException
                    || e instanceof UnsatisfiedLinkError) {
                return line(Objects.requireNonNullElse(e.getMessage(), e.toString()));
            }
        }
        return null;
    }

    /** The innermost cause, in a line. */
    static String cause(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return line(chain.get(chain.size() - 1).toString());
    }

    private static String line(String text) {
        return text.strip().lines().findFirst().orElse(text);
    }

    /** The failure, its causes and what they carry along, from the outside to the inside. */
    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        add(failure, chain, seen);
        return chain;
    }

    private static void add(@Nullable Throwable e, List<Throwable> chain, Set<Throwable> seen) {
        if (e == null || !seen.add(e)) {
            return;
        }
        chain.add(e);
        for (Throwable suppressed : e.getSuppressed()) {
            add(suppressed, chain, seen);
        }
        add(e.getCause(), chain, seen);
    }
}
