package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proto2ffi.runtime.social.Reaction;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the flight recorder is told, and what happens where there is none. */
class PoolEventsTest {
    @TempDir
    Path folder;

    @Test
    void growthTellsTheCapacities() throws Exception {
        List<RecordedEvent> events = record("PoolGrowth", () -> {
            StructPool<Reaction> pool =
                    StructPool.builder(Reaction.TYPE).capacity(2).growTo(6).build();
            use(pool, 5);
        });
        assertThat(events).hasSize(2);
        RecordedEvent first = events.get(0);
        assertThat(first.getString("struct")).isEqualTo("social.Reaction");
        assertThat(first.getInt("from")).isEqualTo(2);
        assertThat(first.getInt("to")).isEqualTo(4);
        assertThat(events.get(1).getInt("from")).isEqualTo(4);
        assertThat(events.get(1).getInt("to")).isEqualTo(6);
        assertThat(first.getStackTrace().getFrames())
                .anyMatch(frame -> frame.getMethod().getType().getName().equals(PoolEventsTest.class.getName()));
    }

    @Test
    void exhaustionTellsWhetherThereWasAFallback() throws Exception {
        List<RecordedEvent> events = record("PoolExhaustion", () -> {
            use(StructPool.builder(Reaction.TYPE).capacity(1).fallBack().build(), 2);
            StructPool<Reaction> pool =
                    StructPool.builder(Reaction.TYPE).capacity(3).build();
            assertThatThrownBy(() -> use(pool, 4)).isInstanceOf(PoolExhaustedException.class);
        });
        assertThat(events).hasSize(2);
        assertThat(events.get(0).getInt("capacity")).isEqualTo(1);
        assertThat(events.get(0).getBoolean("fellBack")).isTrue();
        assertThat(events.get(1).getInt("capacity")).isEqualTo(3);
        assertThat(events.get(1).getBoolean("fellBack")).isFalse();
        assertThat(events.get(1).getString("struct")).isEqualTo("social.Reaction");
    }

    @Test
    void sharedPoolsTellTheSame() throws Exception {
        assertThat(record(
                        "PoolGrowth",
                        () -> use(
                                StructPool.builder(Reaction.TYPE)
                                        .capacity(2)
                                        .growTo(4)
                                        .shared()
                                        .build(),
                                3)))
                .isNotEmpty();
    }

    @Test
    void aLeakTellsWhereTheStructWasAcquired() throws Exception {
        assumeTrue(Checks.ON);
        List<RecordedEvent> events = record("StructLeak", () -> {
            StructPool<Reaction> pool = StructPool.ofConfined(Reaction.TYPE);
            Reaction held = acquireAndForget(pool);
            assertThatThrownBy(pool::close).isInstanceOf(LeaseException.class);
            assertThat(held.structType()).isEqualTo(Reaction.TYPE);
        });
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getString("struct")).isEqualTo("social.Reaction");
        assertThat(events.get(0).getString("acquiredAt"))
                .contains("acquired by thread")
                .contains("acquireAndForget");
    }

    @Test
    void poolsGrowAndFallBackWithoutTheRecordersModule() throws Exception {
        assertThat(runElsewhere("--limit-modules", "java.base"))
                .contains("in use: 3")
                .contains("jdk.jfr: absent");
    }

    @Test
    void nothingOfTheRecorderIsStartedBeforeSomebodyRecords() throws Exception {
        assertThat(runElsewhere("-Xlog:class+load"))
                .contains("in use: 3")
                .contains("jdk.jfr: present")
                .contains("PoolEvents$Recorder")
                .doesNotContain("PoolEvents$Growth")
                .doesNotContain("jdk.jfr.internal.PlatformRecorder");
    }

    private static Reaction acquireAndForget(StructPool<Reaction> pool) {
        return pool.acquire();
    }

    /** Uses so many structs at the same time, gives them back and closes the pool. */
    private static void use(StructPool<Reaction> pool, int structs) {
        List<Reaction> held = new ArrayList<>();
        try (pool) {
            try {
                for (int i = 0; i < structs; i++) {
                    held.add(pool.acquire());
                }
            } finally {
                held.forEach(pool::release);
            }
        }
    }

    private List<RecordedEvent> record(String event, Runnable action) throws Exception {
        Path file = folder.resolve("events.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("dev.proto2ffi." + event);
            recording.start();
            action.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(found -> found.getEventType().getName().equals("dev.proto2ffi." + event))
                .toList();
    }

    /** What {@link PoolsInAnotherJvm} prints. */
    private String runElsewhere(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                home(StructPool.class) + File.pathSeparator + home(PoolsInAnotherJvm.class),
                PoolsInAnotherJvm.class.getName()));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
