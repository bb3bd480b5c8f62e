import dev.proto2ffi.runtime.RegionException;
import dev.proto2ffi.runtime.SharedRegion;
import dev.proto2ffi.runtime.StructArray;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import share.ffi.Ball;
import share.ffi.Flag;
import share.ffi.Note;
import share.ffi.Small;

/** The JVM at a region that other programs open too: Share COMMAND FILE ARGUMENT..., where a peer is a program. */
final class Share {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Share() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "make" -> make(file);
            case "exchange" -> exchange(file, arguments[2]);
            case "bounce" -> bounce(file, arguments[2], Long.parseLong(arguments[3]));
            case "race" ->
                Race.run(file, Integer.parseInt(arguments[2]), List.of(arguments).subList(3, arguments.length));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.out.println("done");
    }

    /** A region with a note and with something else, left behind. */
    private static void make(Path file) throws Exception {
        try (SharedRegion region = SharedRegion.create(file, 1 << 16)) {
            region.publish(Note.allocate(region).text("hello"));
            region.publish(Small.allocate(region).owner(1));
            region.force();
        }
    }

    private static void exchange(Path file, String peer) throws Exception {
        try (SharedRegion region = SharedRegion.create(file, 1 << 16)) {
            Note last = Note.allocate(region).id(7);
            StructArray<Note> notes = Note.allocateArray(region, 3);
            for (int i = 0; i < 3; i++) {
                notes.get(i).id(100 + i).text("gr\u00fc\u00dfe").next(region.offsetOf(last));
            }
            region.publish(notes);
            end(List.of(start(peer, "exchange", file)));
            StructArray<Note> answers = region.rootArray("answer", Note.TYPE).orElseThrow();
            check(answers.length() == 2, answers);
            for (int i = 0; i < 2; i++) {
                Note answer = answers.get(i);
                check(answer.id() == 200 + i && answer.text().startsWith("from "), answer);
                check(region.at(Note.TYPE, answer.next()).id() == 100 + i, answer);
            }
            try {
                region.publish("answer", notes);
                throw new AssertionError("published twice");
            } catch (RegionException e) {
                check(e.problem() == RegionException.Problem.NAME_TAKEN, e);
            }
        }
    }

    /** What this side writes to a word in a round; the other one answers its complement. */
    static long word(long round, long index) {
        return round * 0x9e3779b97f4a7c15L + index;
    }

    private static void bounce(Path file, String peer, long rounds) throws Exception {
        try (SharedRegion region = SharedRegion.create(file, 1 << 16)) {
            Ball ball = Ball.allocate(region);
            region.publish(ball);
            Process process = start(peer, "bounce", file, rounds);
            Flag flag = ball.flag();
            for (long round = 1; round <= rounds; round++) {
                for (int i = 0; i < 12; i++) {
                    ball.load().words(i, word(round, i));
                }
                flag.turnRelease(2 * round - 1);
                Wait wait = new Wait(process);
                while (flag.turnAcquire() != 2 * round) {
                    wait.look();
                }
                for (int i = 0; i < 12; i++) {
                    check(ball.load().words(i) == ~word(round, i), "round " + round + ", word " + i);
                }
            }
            end(List.of(process));
        }
    }

    /** For loops that wait for another: offers the core, which that one may want, and gives up in the end. */
    static final class Wait {
        private final Process other;
        private long looks;
        private long deadline;

        Wait(Process other) {
            this.other = other;
        }

        void look() {
            if (++looks > 200) {
                Thread.yield();
                if (looks % 65536 == 0) {
                    long now = System.nanoTime();
                    deadline = deadline == 0 ? now + PATIENCE.toNanos() : deadline;
                    check(now - deadline < 0 && other.isAlive(), "the other side is gone or hangs");
                }
            }
        }
    }

    static Process start(String peer, String command, Path file, Object... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(peer.split(" ")));
        words.add(command);
        words.add(file.toString());
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        Process process = new ProcessBuilder(words).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    static void end(List<Process> processes) throws InterruptedException {
        for (Process process : processes) {
            check(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "still running");
            check(process.exitValue() == 0, "exit code " + process.exitValue());
        }
    }

    static void check(boolean condition, Object what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
