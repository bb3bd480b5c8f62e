package dev.proto2ffi.benchmarks;

import static org.junit.jupiter.api.Assertions.fail;

import dev.proto2ffi.runtime.NativeLibraryException;
import org.junit.jupiter.api.Assumptions;

/** Calls native twins, which need not have been built. */
final class Twins {
    private Twins() {}

    /** The work of a twin. */
    @FunctionalInterface
    interface Work<R> {
        R run() throws Throwable;
    }

    /** Ends the test where the library wasn't built: skipped, or failed with -Dproto2ffi.requireTools=true. */
    static <R> R call(Work<R> work) {
        try {
            return work.run();
        } catch (NativeLibraryException e) {
            return skip(e);
        } catch (ExceptionInInitializerError e) {
            return e.getCause() instanceof NativeLibraryException missing ? skip(missing) : fail(e);
        } catch (Throwable e) {
            return fail(e);
        }
    }

    @SuppressWarnings("SystemOut") // a skipped test must be seen
    private static <R> R skip(NativeLibraryException missing) {
        if (Boolean.getBoolean("proto2ffi.requireTools")) {
            return fail(missing);
        }
        System.err.println("SKIPPED: " + missing.getMessage() + "\n-Dproto2ffi.requireTools=true makes this a failure");
        return Assumptions.<R>abort(missing.getMessage());
    }
}
