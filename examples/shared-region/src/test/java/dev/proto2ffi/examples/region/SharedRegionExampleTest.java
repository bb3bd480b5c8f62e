package dev.proto2ffi.examples.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.runtime.SharedRegion;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import risk.ffi.Mailbox;
import risk.ffi.Turn;

@Timeout(120)
class SharedRegionExampleTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("SystemOut") // a skipped test must be seen
    private static void require(Peer peer) {
        if (peer.command().isEmpty()) {
            assertThat(Boolean.getBoolean("proto2ffi.requireTools"))
                    .as("the C program is there")
                    .isFalse();
            System.err.println(
                    "SKIPPED: the C program wasn't built\n-Dproto2ffi.requireTools=true makes this a failure");
            Assumptions.abort("no C program");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherProcessAnswersEveryOrder(Peer peer) throws Exception {
        require(peer);
        Path file = folder.resolve("mailbox");
        Desk.Report report = Desk.trade(peer, file, 5_000);
        assertThat(report.orders()).isEqualTo(5_000);
        assertThat(report.accepted()).isBetween(100, 4_900);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void aRegionWithoutAMailboxOrWithGarbageEndsThePeer(Peer peer) throws Exception {
        require(peer);
        Path file = folder.resolve("garbage");
        Files.write(file, "this is no region".getBytes(StandardCharsets.UTF_8));
        Process process = peer.start(file);
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void aPeerThatDiedIsNoticed() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        try (Arena arena = Arena.ofConfined()) {
            Mailbox mailbox = Mailbox.allocate(arena).turnRelease(Turn.CHECK);
            assertThatThrownBy(() -> Turns.awaitOther(mailbox, Turn.CHECK, dead::isAlive))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("has ended without an answer");
        }
    }

    @Test
    void theProgramSaysHowLongItTook() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Main.run(1_000, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("Each of 1,000 orders")
                .contains("another JVM  there and back in");
        assertThat(SharedRegion.sharedMemory(
                        "proto2ffi-mailbox-" + ProcessHandle.current().pid()))
                .doesNotExist();
    }
}
