package dev.proto2ffi.benchmarks.ffi;

import static org.assertj.core.api.Assertions.assertThat;

import bench.ffi.BinaryOp;
import dev.proto2ffi.benchmarks.Twins;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.ffi.Post;

/** What is compared must be the same work: as many calls with the same numbers, and the same answers. */
class FfiTwinsTest {
    private static final int TRIPS = 1_000;

    /** What the trips' numbers add up to, from 0. */
    private static final long NUMBERS = TRIPS * (TRIPS - 1L) / 2;

    private static final String TEXT = "coffee at noon";

    @Test
    void allKnowTheSizeAndTheAlignment() {
        Twins.call(() -> {
            assertThat(new long[] {
                        Queries.size(0, TRIPS),
                        Queries.sizeCritical(TRIPS),
                        Queries.sizeOrdinary(TRIPS),
                        RustCalls.size(TRIPS),
                        RustCalls.constantSize(0, TRIPS)
                    })
                    .containsOnly(TRIPS * Post.SIZE);
            assertThat(new long[] {
                        Queries.alignment(0, TRIPS),
                        Queries.alignmentCritical(TRIPS),
                        Queries.alignmentOrdinary(TRIPS),
                        RustCalls.alignment(TRIPS),
                        RustCalls.constantAlignment(0, TRIPS)
                    })
                    .containsOnly(TRIPS * Post.ALIGNMENT);
            return null;
        });
    }

    /**
     * A trip adds up its struct's fields twice: what the function answered, and what it wrote. Of a trip's number there are
     * {@code numbers} in the struct, which differ by 1; the rest are an enum or two, a truth value, and texts.
     */
    @ParameterizedTest
    @CsvSource({"40, 4, 0, 2", "656, 5, 4, 1", "5584, 8, 2, 2"})
    void roundTripsDoTheSame(long bytes, long numbers, long texts, long rest) {
        long each = numbers * (numbers - 1) / 2 + texts * TEXT.charAt(0) + rest;
        long expected = 2 * (numbers * NUMBERS + TRIPS * each);
        try (RoundTrips trips = RoundTrips.of(bytes, TEXT);
                Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_BYTE, TEXT.getBytes(StandardCharsets.UTF_8));
            Twins.call(() -> {
                assertThat(trips.pool(TRIPS)).isEqualTo(expected);
                assertThat(trips.poolOrdinary(TRIPS)).isEqualTo(expected);
                assertThat(trips.scratch(TRIPS)).isEqualTo(expected);
                assertThat(RustCalls.roundTrips(bytes, trips.function(), text, TRIPS))
                        .isEqualTo(expected);
                return null;
            });
        }
    }

    @Test
    void smallStructsArriveByValueAndByPointer() {
        try (Arena arena = Arena.ofConfined()) {
            BinaryOp op = BinaryOp.allocate(arena);
            Twins.call(() -> {
                assertThat(new long[] {
                            SmallStructs.byValue(op, TRIPS),
                            SmallStructs.byPointer(op, TRIPS),
                            RustCalls.byValue(TRIPS),
                            RustCalls.byPointer(TRIPS)
                        })
                        .containsOnly(NUMBERS + TRIPS);
                return null;
            });
        }
    }

    @Test
    void callsBackDoTheSame() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment stub = Callback.stub(arena);
            Twins.call(() -> {
                assertThat(RustCalls.callBack(stub.address(), TRIPS)).isEqualTo(NUMBERS + TRIPS);
                assertThat(RustCalls.callBackNative(TRIPS)).isEqualTo(NUMBERS + TRIPS);
                return null;
            });
        }
    }
}
