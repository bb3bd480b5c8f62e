package dev.proto2ffi.runtime;

import dev.proto2ffi.runtime.social.Reaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The other process of {@link RegionProcessesTest}: a JVM that does one thing to a region, and exits with 0. */
final class RegionPeer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private RegionPeer() {}

    /** @param args what to do, the region's file, and what that needs */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path file = Path.of(args[1]);
        switch (args[0]) {
            case "answer" -> answer(file);
            case "allocate" -> allocate(file, Integer.parseInt(args[2]), Long.parseLong(args[3]));
            case "die" -> die(file);
            case "create" -> create(file, Long.parseLong(args[2]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Starts one, with the class path and the modes of this JVM. */
    static Process start(String... args) throws IOException {
        return new ProcessBuilder(command(args)).inheritIO().start();
    }

    /** Starts one that can't write files of more than 1 MiB, which is as good as a full disk. */
    static Process startWithLittleDisk(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 2048 && exec \"$@\"", "sh"));
        command.addAll(command(args));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static List<String> command(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dproto2ffi.access=" + System.getProperty("proto2ffi.access", "safe"),
                "-Dproto2ffi.checks=" + System.getProperty("proto2ffi.checks", "false"),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                RegionPeer.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** Waits for the struct that the test published, and publishes twice its number of its own. */
    private static void answer(Path file) throws IOException, InterruptedException {
        try (SharedRegion region = SharedRegion.open(file, PATIENCE)) {
            Reaction question = region.awaitRoot(Reaction.TYPE, PATIENCE);
            Reaction answer = Reaction.allocate(region)
                    .reactionId(2 * question.reactionId())
                    .targetId(region.offsetOf(question));
            region.publish("answer", answer);
        }
    }

    /** Allocates so many, once the test says go, and writes the tag to each. */
    private static void allocate(Path file, int count, long tag) throws IOException, InterruptedException {
        try (SharedRegion region = SharedRegion.open(file, PATIENCE)) {
            region.awaitRoot("go", Reaction.TYPE, PATIENCE);
            for (int i = 0; i < count; i++) {
                Reaction.allocate(region).reactionId(tag).userId(i);
            }
        }
    }

    /** Exits with 0 if there was no room. */
    private static void create(Path file, long bytes) {
        try (SharedRegion region = SharedRegion.create(file, bytes)) {
            throw new AssertionError("there was room for " + region);
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("no room for its " + bytes + " bytes")) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Leaves the file as a creator leaves it that dies just before the end: all but the magic is there. */
    private static void die(Path file) throws IOException {
        RegionFile created = RegionFile.create(file, 2 * SharedRegion.HEADER_SIZE);
        created.memory().set(ValueLayout.JAVA_LONG, RegionHeader.MAGIC_AT, 0);
        Runtime.getRuntime().halt(0);
    }
}
