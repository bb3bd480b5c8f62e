package dev.proto2ffi.it;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Tools that a machine may lack: a test without one is skipped, loudly, or fails with -Dproto2ffi.requireTools=true. */
final class Require {
    private Require() {}

    static void command(String name, String advice) {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator
                + System.getProperty("user.home", "") + "/.cargo/bin";
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder).resolve(name))) {
                return;
            }
        }
        missing("there is no " + name + "; " + advice);
    }

    @SuppressWarnings("SystemOut") // a skipped test must be seen
    static void missing(String message) {
        if (Boolean.getBoolean("proto2ffi.requireTools")) {
            fail(message);
        }
        System.err.println("SKIPPED: " + message + "\n-Dproto2ffi.requireTools=true makes this a failure");
        Assumptions.abort(message);
    }
}
