package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts the leaks that the runtime logs with a stack that acquired, instead of printing them. */
final class LeakLog extends Handler {
    private final Logger logger = Logger.getLogger("dev.proto2ffi");
    private final Class<?> acquirer;
    private int leaks;

    /** Counts those that a class acquired, since other tests leak too. */
    LeakLog(Class<?> acquirer) {
        this.acquirer = acquirer;
    }

    void listen() {
        logger.addHandler(this);
        logger.setUseParentHandlers(false);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        boolean saysWho = entry.getThrown() != null
                && Arrays.stream(entry.getThrown().getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith(acquirer.getName()));
        leaks += saysWho && entry.getMessage().contains("leaked") ? 1 : 0;
    }

    synchronized int leaks() {
        return leaks;
    }

    /** Collects garbage until so many leaks were logged, no more and no less. */
    void await(int expected) throws InterruptedException {
        for (int i = 0; i < 500 && leaks() < expected; i++) {
            System.gc();
            Thread.sleep(5);
        }
        assertThat(leaks()).as("leaks that the log tells of").isEqualTo(expected);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
