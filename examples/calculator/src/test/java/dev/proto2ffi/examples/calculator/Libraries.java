package dev.proto2ffi.examples.calculator;

import static org.junit.jupiter.api.Assertions.fail;

import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.NativeLibraryException;
import org.junit.jupiter.api.Assumptions;

/** The native halves, which the build leaves out where it finds no compiler. */
final class Libraries {
    static final String C = "calculator_c";
    static final String RUST = "calculator_rust";

    private Libraries() {}

    /** Ends the test where the library wasn't built: skipped, or failed with -Dproto2ffi.requireTools=true. */
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    static NativeLibrary require(String name) {
        try {
            return NativeLibrary.load(name, Libraries.class.getClassLoader());
        } catch (NativeLibraryException e) {
            if (Boolean.getBoolean("proto2ffi.requireTools")) {
                return fail(e);
            }
            System.err.println("SKIPPED: " + e.getMessage() + "\n-Dproto2ffi.requireTools=true makes this a failure");
            return Assumptions.abort(e.getMessage());
        }
    }
}
