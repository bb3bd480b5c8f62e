package dev.proto2ffi.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.Twins;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sums a ledger up answers what plain Java answers. */
class WorkloadTest {
    private static void sumsAreRight(PlainLedger plain, Sum sum) {
        long expected = plain.expected();
        assertThat(Twins.call(sum::of)).isEqualTo(expected);
        // Buffers and arenas are used again.
        assertThat(Twins.call(sum::of)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100, 1_000})
    void structs(int transactions) {
        PlainLedger plain = PlainLedger.random(transactions);
        Twins.call(() -> {
            try (StructLedgers structs = new StructLedgers();
                    NativeLedgers rust = NativeLedgers.structs(plain)) {
                sumsAreRight(plain, () -> structs.sum(plain));
                sumsAreRight(plain, rust::sum);
            }
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100, 1_000})
    void protobufWithProst(int transactions) {
        PlainLedger plain = PlainLedger.random(transactions);
        Twins.call(() -> {
            ProtobufLedgers java = new ProtobufLedgers("bench_prost_native", "workload_sum");
            try (NativeLedgers rust = NativeLedgers.protobuf(plain)) {
                sumsAreRight(plain, () -> java.sum(plain));
                sumsAreRight(plain, rust::sum);
            }
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100, 1_000})
    void protobufWithCpp(int transactions) {
        PlainLedger plain = PlainLedger.random(transactions);
        Twins.call(() -> {
            ProtobufLedgers java = new ProtobufLedgers("bench_protobuf_cpp", "workload_sum_cpp");
            sumsAreRight(plain, () -> java.sum(plain));
            return null;
        });
    }

    @FunctionalInterface
    private interface Sum {
        long of() throws Throwable;
    }
}
