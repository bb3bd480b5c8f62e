package dev.proto2ffi.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.harness.NotHereException;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void whatTheMachineLacksIsFoundBelowOtherExceptions() {
        Throwable failure = new IllegalStateException("fork");
        failure.addSuppressed(new ExceptionInInitializerError(new NotHereException("no flatc\nreally")));
        assertThat(Failure.missing(new RuntimeException(failure))).isEqualTo("no flatc");
        assertThat(Failure.missing(new RuntimeException(new UnsatisfiedLinkError("no libx"))))
                .isEqualTo("no libx");
    }

    @Test
    void otherFailuresAreFailures() {
        Throwable failure = new RuntimeException(new IllegalStateException("wrong sum"));
        assertThat(Failure.missing(failure)).isNull();
        assertThat(Failure.cause(failure)).isEqualTo("java.lang.IllegalStateException: wrong sum");
    }

    @Test
    void circlesEnd() {
        Throwable a = new IllegalStateException("a");
        a.addSuppressed(new IllegalStateException("b", a));
        assertThat(Failure.cause(a)).contains("b");
    }
}
