package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.runtime.social.Reaction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Regions between this JVM and others. */
class RegionProcessesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private static void end(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anotherProcessFindsAStructAndAnswers() throws IOException, InterruptedException {
        Path file = folder.resolve("region");
        Process peer = RegionPeer.start("answer", file.toString()); // and waits for the file
        try (SharedRegion region = SharedRegion.create(file, 1 << 16)) {
            Reaction question = Reaction.allocate(region).reactionId(21);
            region.publish(question);
            Reaction answer = region.awaitRoot("answer", Reaction.TYPE, PATIENCE);
            assertThat(answer.reactionId()).isEqualTo(42);
            assertThat(answer.targetId()).isEqualTo(region.offsetOf(question));
        } finally {
            end(peer);
        }
    }

    @Test
    void processesNeverGetTheSameMemory() throws IOException, InterruptedException {
        Path file = folder.resolve("region");
        int each = 20_000;
        long tags = 3;
        try (SharedRegion region = SharedRegion.create(file, 4 << 20)) {
            List<Process> peers = new ArrayList<>();
            for (long tag = 2; tag <= tags; tag++) {
                peers.add(RegionPeer.start("allocate", file.toString(), "" + each, "" + tag));
            }
            Reaction start = Reaction.allocate(region);
            region.publish("go", start);
            for (int i = 0; i < each; i++) {
                Reaction.allocate(region).reactionId(1).userId(i);
            }
            for (Process peer : peers) {
                end(peer);
            }
            assertThat(region.size() - region.remaining())
                    .isEqualTo(SharedRegion.HEADER_SIZE + (1 + tags * each) * Reaction.SIZE);
            long[] next = new long[(int) tags + 1];
            for (Reaction reaction :
                    region.arrayAt(Reaction.TYPE, region.offsetOf(start) + Reaction.SIZE, tags * each)) {
                // Each process's structs stand in the order in which it allocated them, none lost, none overwritten.
                int tag = (int) reaction.reactionId();
                assertThat(reaction.userId()).isEqualTo(next[tag]++);
            }
            assertThat(next).containsExactly(0, each, each, each);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFullDiskIsFoundAtCreationAndLeavesNoFile() throws IOException, InterruptedException {
        Path file = folder.resolve("region");
        end(RegionPeer.startWithLittleDisk("create", file.toString(), "" + (16 << 20)));
        assertThat(file).doesNotExist();
    }

    @Test
    void whatACreatorLeavesThatDiesIsRefused() throws IOException, InterruptedException {
        Path file = folder.resolve("region");
        end(RegionPeer.start("die", file.toString()));
        assertThat(file).exists();
        assertThatThrownBy(() -> SharedRegion.open(file))
                .isInstanceOfSatisfying(
                        RegionException.class,
                        e -> assertThat(e.problem()).isEqualTo(RegionException.Problem.UNFINISHED))
                .hasMessageContaining("died");
    }
}
