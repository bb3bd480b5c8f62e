package dev.proto2ffi.benchmarks;

import dev.proto2ffi.runtime.NativeLibraryException;
import org.opentest4j.TestAbortedException;

/** Calls native twins, which need not have been built. */
public final class Twins {
    private Twins() {}

    /** The work of a twin. */
    @FunctionalInterface
    public interface Work<R> {
        R run() throws Throwable;
    }

    /** Ends the test where the library wasn't built: skipped, or failed with -Dproto2ffi.requireTools=true. */
    public static <R> R call(Work<R> work) {
        try {
            return work.run();
        } catch (NativeLibraryException e) {
            throw missing(e);
        } catch (ExceptionInInitializerError e) {
            if (e.getCause() instanceof NativeLibraryException cause) {
                throw missing(cause);
            }
            throw new AssertionError(e);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** What ends the test. */
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    private static RuntimeException missing(NativeLibraryException library) {
        if (Boolean.getBoolean("proto2ffi.requireTools")) {
            throw new AssertionError(library);
        }
        System.err.println("SKIPPED: " + library.getMessage() + "\n-Dproto2ffi.requireTools=true makes this a failure");
        return new TestAbortedException(library.getMessage());
    }
}
