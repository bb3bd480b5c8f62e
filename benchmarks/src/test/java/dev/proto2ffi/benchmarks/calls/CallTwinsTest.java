package dev.proto2ffi.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import bench.ffi.Adder;
import bench.ffi.BinaryOp;
import bench.ffi.Calculator;
import bench.ffi.Query;
import bench.ffi.Result;
import dev.proto2ffi.benchmarks.Twins;
import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructPool;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared must be the same work: as many calls with the same numbers, the same answers, the same errors. */
class CallTwinsTest {
    private static final int TRIPS = 1_000;

    /** Every trip reads its own number, from 0, and 1. */
    private static final long SUM = TRIPS * (TRIPS + 1L) / 2;

    @ParameterizedTest
    @ValueSource(strings = {"c", "rust"})
    void callsDoTheSame(String server) {
        try (Arena arena = Arena.ofConfined()) {
            BinaryOp request = BinaryOp.allocate(arena);
            Result response = Result.allocate(arena);
            Twins.call(() -> {
                Calculator calculator = Calculator.load(MeasuredServer.library(server));
                NativeCalls code = new NativeCalls(server);
                assertThat(code.trips(request, response, TRIPS)).isEqualTo(SUM);
                assertThat(CallTrips.critical(calculator, request, response, TRIPS))
                        .isEqualTo(SUM);
                assertThat(CallTrips.ordinary(calculator, request, response, TRIPS))
                        .isEqualTo(SUM);
                assertThat(code.inRegisters(TRIPS)).isEqualTo(SUM);
                assertThat(code.failing(request, response, TRIPS)).isEqualTo(TRIPS);
                assertThat(CallTrips.failing(calculator, request, response, TRIPS))
                        .isEqualTo(TRIPS);
                return null;
            });
        }
    }

    /** A JVM measures one server; the loops are the same for the other. */
    @Test
    void callsThroughConstantsDoTheSame() {
        try (Arena arena = Arena.ofConfined();
                StructPool<BinaryOp> requests =
                        StructPool.builder(BinaryOp.TYPE).build();
                StructPool<Result> responses = StructPool.builder(Result.TYPE).build()) {
            BinaryOp request = BinaryOp.allocate(arena);
            Result response = Result.allocate(arena);
            Twins.call(() -> {
                MeasuredServer.choose("c");
                assertThat(ConstantClient.critical(request, response, TRIPS)).isEqualTo(SUM);
                assertThat(ConstantClient.ordinary(request, response, TRIPS)).isEqualTo(SUM);
                assertThat(ConstantClient.criticalPooled(requests, responses, TRIPS))
                        .isEqualTo(SUM);
                assertThat(ConstantClient.ordinaryPooled(requests, responses, TRIPS))
                        .isEqualTo(SUM);
                assertThat(BareCalls.critical(request, response, TRIPS)).isEqualTo(SUM);
                assertThat(BareCalls.ordinary(request, response, TRIPS)).isEqualTo(SUM);
                assertThat(BareCalls.registersCritical(TRIPS)).isEqualTo(SUM);
                assertThat(BareCalls.registersOrdinary(TRIPS)).isEqualTo(SUM);
                return null;
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "rust"})
    void batchesDoTheSame(String server) {
        Twins.call(() -> {
            Calculator calculator = Calculator.load(MeasuredServer.library(server));
            NativeCalls code = new NativeCalls(server);
            int expected = answers((requests, responses) -> {
                for (long i = 0; i < TRIPS; i++) {
                    responses.get(i).value(requests.get(i).a() + requests.get(i).b());
                }
                return TRIPS;
            });
            assertThat(expected).isNotEqualTo(answers((requests, responses) -> TRIPS));
            assertThat(answers((requests, responses) -> code.loop(requests, responses, 2)))
                    .isEqualTo(expected);
            assertThat(answers((requests, responses) -> CallTrips.batch(calculator, requests, responses, 2)))
                    .isEqualTo(expected);
            assertThat(answers((requests, responses) -> CallTrips.batchOrdinary(calculator, requests, responses, 2)))
                    .isEqualTo(expected);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "rust"})
    void streamsAndUpcallsDoTheSame(String server) {
        try (Arena arena = Arena.ofConfined();
                Arena shared = Arena.ofShared()) {
            Query query = Query.allocate(arena);
            Result response = Result.allocate(arena);
            Twins.call(() -> {
                Calculator calculator = Calculator.load(MeasuredServer.library(server));
                assertThat(new NativeCalls(server).stream(TRIPS)).isEqualTo(SUM - TRIPS);
                assertThat(CallTrips.stream(calculator, query, new ItemSum(), TRIPS))
                        .isEqualTo(SUM - TRIPS);
                Adder.offer((op, sum) -> sum.value(op.a() + op.b()), shared, MeasuredServer.library(server));
                assertThat(CallTrips.upcalls(calculator, query, response, TRIPS))
                        .isEqualTo(SUM);
                return null;
            });
        }
    }

    /** What a batch of requests leaves behind; the last answer is checked too. */
    private static int answers(BatchWork work) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, TRIPS);
            StructArray<Result> responses = Result.allocateArray(arena, TRIPS);
            for (long i = 0; i < TRIPS; i++) {
                requests.get(i).a(i).b(1);
            }
            assertThat(work.run(requests, responses)).isEqualTo(TRIPS);
            return Arrays.hashCode(responses.segment().toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @FunctionalInterface
    private interface BatchWork {
        long run(StructArray<BinaryOp> requests, StructArray<Result> responses) throws Throwable;
    }
}
