package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A random program that uses many pools correctly, and into which mistakes are put at random. The checked mode must find
 * each of them where it is made, say who acquired, and raise no false alarm.
 */
class InjectedMistakesTest {
    private static final int ROUNDS = 40;
    private static final int STEPS = 1_000;
    private static final int MISTAKES_IN_A_HUNDRED = 25;

    private final LeakLog log = new LeakLog();
    private final Logger logger = Logger.getLogger("dev.proto2ffi");
    private final ExecutorService others = Executors.newFixedThreadPool(2);

    /** Counts what the runtime logs, instead of printing it. */
    private static final class LeakLog extends Handler {
        private int leaks;

        @Override
        public synchronized void publish(LogRecord entry) {
            String stack = entry.getThrown() == null
                    ? ""
                    : List.of(entry.getThrown().getStackTrace()).toString();
            leaks += entry.getMessage().contains("leaked") && stack.contains("acquire") ? 1 : 0;
        }

        synchronized int leaks() {
            return leaks;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        assumeTrue(Checks.ON);
        logger.addHandler(log);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(log);
        logger.setUseParentHandlers(true);
        others.shutdownNow();
    }

    @Test
    void everyMistakeIsFoundAndNothingElseIsReported() throws Exception {
        long seed = Long.getLong("proto2ffi.seed", System.nanoTime());
        Random random = new Random(seed);
        Map<Mistake, int[]> totals = new EnumMap<>(Mistake.class);
        long correct = 0;
        try {
            int droppedSoFar = 0;
            for (int round = 0; round < ROUNDS; round++) {
                try (MistakenProgram program = new MistakenProgram(random, others, totals)) {
                    for (int step = 0; step < STEPS; step++) {
                        if (random.nextInt(100) < MISTAKES_IN_A_HUNDRED) {
                            program.makeAMistake();
                        } else {
                            program.doTheRightThing();
                            correct++;
                        }
                    }
                    droppedSoFar += program.dropped();
                    awaitLeaks(droppedSoFar);
                    Mistake.LEAK_DROPPED.found(totals, program.dropped());
                }
            }
            assertThat(log.leaks()).isEqualTo(droppedSoFar);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("seed " + seed + " (-Dproto2ffi.seed=" + seed + "): " + e.getMessage(), e);
        }
        List<String> lines = new ArrayList<>();
        int[] sum = new int[2];
        totals.forEach((mistake, counts) -> {
            lines.add(mistake + ": " + counts[1] + " of " + counts[0]);
            sum[0] += counts[0];
            sum[1] += counts[1];
        });
        System.out.println("Injected mistakes found, among " + correct + " correct operations, seed " + seed + ": "
                + sum[1] + " of " + sum[0] + " " + lines);
        assertThat(sum[1]).isEqualTo(sum[0]).isGreaterThan(ROUNDS * STEPS / 5);
        assertThat(totals.keySet()).containsExactly(Mistake.values());
    }

    private void awaitLeaks(int expected) throws InterruptedException {
        for (int i = 0; i < 500 && log.leaks() < expected; i++) {
            System.gc();
            Thread.sleep(5);
        }
        assertThat(log.leaks()).as("leaks that the log tells of").isEqualTo(expected);
    }
}
