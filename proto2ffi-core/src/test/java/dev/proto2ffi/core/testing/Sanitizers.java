package dev.proto2ffi.core.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** gcc's address and undefined behaviour sanitizers, for libraries that a JVM loads. */
public final class Sanitizers {
    /** What gcc needs; the first fault ends the process. */
    public static final List<String> OPTIONS =
            List.of("-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer", "-g");

    private Sanitizers() {}

    /**
     * The environment of a JVM that loads such a library: it isn't linked with the sanitizer's runtime itself, uses SIGSEGV
     * for purposes of its own, and never gives some memory back.
     */
    public static Map<String, String> environment() {
        String gcc = Tools.require("gcc").toString();
        String library = Tools.run(Path.of("."), List.of(gcc, "-print-file-name=libasan.so"))
                .output()
                .strip();
        if (!Files.exists(Path.of(library)) || !Path.of(library).isAbsolute()) {
            fail("gcc has no libasan.so");
        }
        return Map.of("LD_PRELOAD", library, "ASAN_OPTIONS", "detect_leaks=0:handle_segv=0");
    }
}
