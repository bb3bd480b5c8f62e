package dev.proto2ffi.core.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.c.CEmitter;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.JavaTree;
import dev.proto2ffi.core.testing.RustTree;
import dev.proto2ffi.core.testing.Sanitizers;
import dev.proto2ffi.core.testing.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Regions between a JVM and programs in C and Rust, all of them on the generated API. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs map files and start threads as POSIX has it")
class RegionTripTest {
    private static final int BALLS = 100_000;
    private static final int ROUNDS = 500;

    /** Names that each thread of a race publishes in a round, and how many of them there is room for. */
    private static final String NAMES = "40";

    private static final String ROOM = "31";

    /** Where a region's first root has its members. */
    private static final int ROOT_AT = 128;

    /** The programs at the other end. */
    enum Peer {
        C("-pthread -O2"),
        C_CHECKED("-pthread -O1 " + String.join(" ", Sanitizers.OPTIONS)),
        C_THREADS_CHECKED("-pthread -O1 -g -fsanitize=thread"),
        RUST("-C debug-assertions=on -C opt-level=2");

        /** Of the compiler. */
        private final String options;

        Peer(String options) {
            this.options = options;
        }
    }

    @TempDir
    static Path folder;

    private static final Map<Peer, Path> PROGRAMS = new EnumMap<>(Peer.class);
    private static SchemaLayout layout;
    private static JavaTree java;

    @TempDir
    Path own;

    private Path region;

    @BeforeAll
    static void compileJava() {
        layout = FrontEnd.layOut(Map.of("share.proto", resource("share.proto")));
        java = JavaTree.emit(layout, folder)
                .add("Share.java", resource("Share.java"))
                .add("Race.java", resource("Race.java"))
                .compile();
    }

    @BeforeEach
    void name() {
        region = own.resolve("region");
    }

    /** The program, compiled at its first use; ends the test where that can't be, or where it can't run. */
    private static String program(Peer peer) {
        Path program = PROGRAMS.computeIfAbsent(peer, RegionTripTest::compile);
        if (peer == Peer.C_THREADS_CHECKED) {
            requireRunning(program);
        }
        return program.toString();
    }

    private static Path compile(Peer peer) {
        Path place = directory(folder.resolve(peer.name()));
        if (peer == Peer.RUST) {
            Tools.Result compiled = RustTree.emit(layout, place)
                    .write("peer.rs", resource("peer.rs"))
                    .rustc((peer.options + " -o program peer.rs").split(" "));
            assertThat(compiled.output()).isEmpty();
        } else {
            compileC(CCompiler.GCC, place, peer.options);
        }
        return place.resolve("program");
    }

    private static void compileC(CCompiler compiler, Path place, String options) {
        CCompiler.write(place, new CEmitter().emit(layout, new Generator("test"), new Diagnostics()));
        Tools.Result compiled = compiler.compile(place, resource("peer.c"), options.split(" "));
        assertThat(compiled.output()).isEmpty();
        assertThat(compiled.exitCode()).isZero();
    }

    /** The thread sanitizer can't run on kernels that randomize addresses more than it knows. */
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    private static void requireRunning(Path program) {
        Tools.Result result = Tools.run(folder, List.of(program.toString(), "note", "/dev/null", "none"));
        if (result.output().contains("FATAL: ThreadSanitizer")) {
            System.err.println("SKIPPED: " + result.output().strip());
            Assumptions.abort("the thread sanitizer doesn't run here");
        }
    }

    private static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With all tiers of the JIT, which may reorder what the interpreter doesn't. */
    private static void run(String access, String... arguments) {
        assertThat(java.run(List.of(), "Share", access, arguments)).isEqualToIgnoringNewLines("done");
    }

    private String say(int exitCode, String... command) {
        Tools.Result result = Tools.run(own, List.of(command));
        assertThat(result.exitCode()).as(result.output()).isEqualTo(exitCode);
        return result.output().strip();
    }

    @ParameterizedTest
    @EnumSource(
            value = Peer.class,
            names = {"C_CHECKED", "RUST"})
    void eachReadsWhatTheOtherWrote(Peer peer) {
        run("safe", "exchange", region.toString(), program(peer));
    }

    @ParameterizedTest
    @EnumSource
    void theHeaderSuitsEveryCompiler(CCompiler compiler) {
        Path place = directory(folder.resolve(compiler.name()));
        compileC(compiler, place, Peer.C.options);
        run("raw", "exchange", region.toString(), place.resolve("program").toString());
    }

    @ParameterizedTest
    @CsvSource({"C, safe", "C, raw", "RUST, safe", "RUST, raw"})
    void whatWasWrittenBeforeAnAtomicFieldIsSeenBehindIt(Peer peer, String access) {
        run(access, "bounce", region.toString(), program(peer), "" + BALLS);
    }

    @ParameterizedTest
    @CsvSource({"C, RUST, safe", "C, RUST, raw", "C_CHECKED, C, safe", "C_THREADS_CHECKED, C, raw"})
    void threadsOfAllLanguagesRaceAndNothingIsLost(Peer first, Peer second, String access) {
        List<String> programs = List.of(program(first), program(second));
        run(access, "race", region.toString(), "" + ROUNDS, programs.get(0), programs.get(1));
        // Those too that come later find what was published.
        for (String program : programs) {
            assertThat(say(0, program, "roots", region.toString(), NAMES)).isEqualTo(ROOM);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Peer.class,
            names = {"C_CHECKED", "RUST"})
    void whatIsNoRegionOrNoneAnyMoreIsRefusedInWords(Peer peer) throws IOException {
        java.run("Share", "safe", "make", region.toString());
        byte[] made = Files.readAllBytes(region);
        Refusals refusals = new Refusals(program(peer), made);
        assertThat(say(0, program(peer), "note", region.toString(), "share.Note"))
                .isEqualTo("hello");

        refusals.expect("this is no region of proto2ffi", "a text that is no region".repeat(500));
        refusals.expect("this is no region of proto2ffi", "short");
        refusals.expect("isn't finished", new byte[0]);
        refusals.expect("isn't finished", new byte[100]);
        refusals.expect("isn't finished", new byte[1 << 16]);
        for (int size : new int[] {8, 4095, 4096, made.length - 1}) {
            refusals.expect("was cut", Arrays.copyOf(made, size));
        }
        refusals.expect("no region", refusals.with(0, 0x0123456789abcdefL));
        refusals.expect("other byte order", refusals.with(8, 0x04030201));
        refusals.expect("wrote over", refusals.with(8, 5));
        refusals.expect("version", refusals.with(12, 2));
        refusals.expect("wrote over", refusals.with(16, 8192));
        refusals.expect("wrote over", refusals.with(20, 32));
        refusals.expect("wrote over", refusals.with(24, 4095L));
        refusals.expect("was cut", refusals.with(24, Long.MAX_VALUE));
        for (long used : new long[] {0, 4095, -1, made.length + 1, Long.MIN_VALUE}) {
            refusals.expect("wrote over", refusals.with(32, used));
        }
        for (long offset : new long[] {8, 4097, made.length, -8}) {
            refusals.expect("wrote over", refusals.with(ROOT_AT + 8, offset));
        }
        for (long count : new long[] {0, 1000, Long.MAX_VALUE, -1}) {
            refusals.expect("wrote over", refusals.with(ROOT_AT + 24, count));
        }
        refusals.expect("wrote over", refusals.with(ROOT_AT + 32, 48L));
        refusals.expect("same schema", refusals.with(ROOT_AT + 16, 1L));
        refusals.expect("published before", refusals.with(ROOT_AT + 40, (int) 'X'));
    }

    @ParameterizedTest
    @EnumSource(
            value = Peer.class,
            names = {"C_CHECKED", "RUST"})
    void whatIsNotThereOrOfAnotherLayoutIsRefusedInWords(Peer peer) {
        java.run("Share", "safe", "make", region.toString());
        assertThat(say(1, program(peer), "note", region.toString(), "share.Small"))
                .contains("generate both from the same schema");
        assertThat(say(1, program(peer), "note", region.toString(), "share.Other"))
                .contains("nobody published");
    }

    /** Files that a peer has to refuse. */
    private final class Refusals {
        private final String program;
        private final byte[] made;

        Refusals(String program, byte[] made) {
            this.program = program;
            this.made = made;
        }

        byte[] with(int offset, int value) {
            return buffer().putInt(offset, value).array();
        }

        byte[] with(int offset, long value) {
            return buffer().putLong(offset, value).array();
        }

        private ByteBuffer buffer() {
            return ByteBuffer.wrap(made.clone()).order(ByteOrder.nativeOrder());
        }

        void expect(String words, String content) throws IOException {
            expect(words, content.getBytes(StandardCharsets.UTF_8));
        }

        void expect(String words, byte[] content) throws IOException {
            Files.write(region, content);
            assertThat(say(1, program, "note", region.toString(), "share.Note")).contains(words);
        }
    }

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(RegionTripTest.class.getResourceAsStream("region/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
