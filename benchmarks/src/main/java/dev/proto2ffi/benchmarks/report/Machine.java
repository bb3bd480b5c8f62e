package dev.proto2ffi.benchmarks.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where a run was made. Holds no name of the host or of a person, and no path.
 *
 * @param cpu the model
 * @param cores that the JVM may use
 * @param memoryGiB of the machine; 0 where it isn't known
 * @param flags of the JVMs that measured, those of the access mode aside
 * @param tools versions of the compilers of native twins, by name; a missing one is left out
 * @param revision of git; "unknown" outside a checkout
 * @param dirty whether files differed from the revision
 */
public record Machine(
        String cpu,
        int cores,
        long memoryGiB,
        String os,
        String jdk,
        List<String> flags,
        Map<String, String> tools,
        String revision,
        boolean dirty) {

    private static final String UNKNOWN = "unknown";

    /** This one. */
    public static Machine here(List<String> flags) {
        Map<String, String> tools = new LinkedHashMap<>();
        for (String tool : List.of("gcc", "clang", "rustc", "protoc", "flatc")) {
            firstLine(tool, "--version").ifPresent(version -> tools.put(tool, version));
        }
        return new Machine(
                fromFile(Path.of("/proc/cpuinfo"), "model name", ":").orElse(System.getProperty("os.arch", UNKNOWN)),
                Runtime.getRuntime().availableProcessors(),
                memoryBytes() >> 30,
                fromFile(Path.of("/etc/os-release"), "PRETTY_NAME", "=")
                                .map(name -> name.replace("\"", "") + ", ")
                                .orElse("")
                        + System.getProperty("os.name") + " " + kernel() + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vendor.version", System.getProperty("java.vendor", "")) + ", "
                        + System.getProperty("java.vm.name") + " " + Runtime.version(),
                List.copyOf(flags),
                tools,
                firstLine("git", "rev-parse", "HEAD").orElse(UNKNOWN),
                firstLine("git", "status", "--porcelain", "--untracked-files=no")
                        .isPresent());
    }

    /** Without what its distributor, or who built it, added. */
    private static String kernel() {
        return System.getProperty("os.version").replaceFirst("-.*", "");
    }

    private static long memoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    /** The value of the first line that begins with the key. */
    private static Optional<String> fromFile(Path file, String key, String separator) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(separator) + 1).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a command says first; empty where it says nothing, fails, or isn't there. */
    private static Optional<String> firstLine(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                Optional<String> first = Optional.ofNullable(lines.readLine()).filter(line -> !line.isBlank());
                while (lines.readLine() != null) {
                    // Read to the end, so that the command can end.
                }
                return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? first : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
