package dev.proto2ffi.examples.social;

import static org.junit.jupiter.api.Assertions.fail;

import dev.proto2ffi.runtime.NativeLibraryException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/** The native halves, which the build leaves out where it finds no compiler. */
final class Libraries {
    private Libraries() {}

    static CFeed c() {
        return require(CFeed::new);
    }

    static RustFeed rust() {
        return require(RustFeed::new);
    }

    /** Ends the test where the library wasn't built: skipped, or failed with -Dproto2ffi.requireTools=true. */
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    private static <T> T require(Supplier<T> library) {
        try {
            return library.get();
        } catch (NativeLibraryException e) {
            if (Boolean.getBoolean("proto2ffi.requireTools")) {
                return fail(e);
            }
            System.err.println("SKIPPED: " + e.getMessage() + "\n-Dproto2ffi.requireTools=true makes this a failure");
            return Assumptions.abort(e.getMessage());
        }
    }
}
