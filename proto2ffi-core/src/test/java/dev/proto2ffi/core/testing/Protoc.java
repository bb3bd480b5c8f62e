package dev.proto2ffi.core.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The real protoc, which the build copies from its Maven artifact; without it (in an IDE) the test is skipped, loudly.
 */
public final class Protoc {
    /**
     * What protoc made of some files.
     *
     * @param descriptorSet the bytes of a FileDescriptorSet; null where protoc rejected the files
     * @param messages what it printed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Outcome(byte @Nullable [] descriptorSet, String messages) {
        public boolean accepted() {
            return descriptorSet != null;
        }

        /** Line of the first error, from 1; 0 where protoc names none. */
        public int firstErrorLine() {
            for (String each : messages.lines().toList()) {
                if (!each.contains(": warning: ")) {
                    String[] parts = each.split(":", -1);
                    return parts.length > 2 && parts[1].matches("[0-9]+") ? Integer.parseInt(parts[1]) : 0;
                }
            }
            return 0;
        }
    }

    private Protoc() {}

    /** The executable; ends the test where there is none. */
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    public static Path require() {
        String path = System.getProperty("proto2ffi.protoc", "");
        if (!path.isEmpty() && Files.isRegularFile(Path.of(path))) {
            Path protoc = Path.of(path);
            if (!protoc.toFile().setExecutable(true)) {
                fail(protoc + " can't be made executable");
            }
            return protoc;
        }
        String message = "no protoc: -Dproto2ffi.protoc names the executable, the Maven build sets it";
        if (Boolean.getBoolean("proto2ffi.requireTools")) {
            fail(message);
        }
        System.err.println("SKIPPED: " + message);
        Assumptions.abort(message);
        throw new AssertionError("unreachable");
    }

    /**
     * Compiles files to a descriptor set that has the imports, too.
     *
     * @param importPath folders; the well-known files must be in one of them where they are needed
     * @param more further flags, such as {@code --include_source_info}
     */
    public static Outcome compile(Path folder, List<Path> importPath, List<String> files, String... more) {
        Path protoc = require();
        try {
            Path out = Files.createTempFile(folder, "descriptors", ".pb");
            Path arguments = Files.createTempFile(folder, "arguments", ".txt");
            List<String> lines = new ArrayList<>();
            for (Path each : importPath) {
                lines.add("-I" + each);
            }
            lines.add("--include_imports");
            lines.add("--descriptor_set_out=" + out);
            lines.addAll(List.of(more));
            lines.addAll(files);
            Files.write(arguments, lines);
            Tools.Result result = Tools.run(folder, List.of(protoc.toString(), "@" + arguments));
            byte[] bytes = result.exitCode() == 0 ? Files.readAllBytes(out) : null;
            Files.delete(out);
            Files.delete(arguments);
            return new Outcome(bytes, result.output());
        } catch (IOException e) {
            throw new AssertionError("cannot run protoc", e);
        }
    }
}
