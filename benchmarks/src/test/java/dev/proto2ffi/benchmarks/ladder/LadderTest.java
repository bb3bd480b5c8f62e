package dev.proto2ffi.benchmarks.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import bench.ffi.BinaryOp;
import bench.ffi.Result;
import dev.proto2ffi.benchmarks.Twins;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Libraries;
import dev.proto2ffi.runtime.NativeLibraryException;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;

/** Every row adds right: what is measured, and what is not, such as negative numbers and sums that overflow. */
class LadderTest {
    /** Where varints get longer, and where sums overflow. */
    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        127,
        128,
        -128,
        16_383,
        16_384,
        1L << 31,
        -(1L << 31),
        (1L << 56) - 1,
        1L << 56,
        1L << 62,
        1L << 63,
        ~(1L << 63)
    };

    private static final Map<String, Supplier<Adder>> ADDERS = Map.ofEntries(
            Map.entry("first", () -> ProtobufLadder.Steps.FIRST::apply),
            Map.entry("requestPooling", () -> ProtobufLadder.Steps.POOLED::apply),
            Map.entry("noBoxing", () -> ProtobufLadder.Steps.UNBOXED),
            Map.entry("responseReuse", () -> ProtobufLadder.Steps.BUFFERED),
            Map.entry("staticDispatch", () -> ProtobufLadder.Steps.STATIC),
            Map.entry("inlining", () -> ProtobufLadder.Steps.INLINED),
            Map.entry("stackBuffers", () -> ProtobufLadder.Steps.ON_STACK),
            Map.entry("staticInstance", () -> ProtobufLadder.Steps.INSTANCE),
            Map.entry("lto", () -> ProtobufLadder.LtoStep.ADDER),
            Map.entry("pgo", () -> ProtobufLadder.PgoStep.ADDER),
            Map.entry("targetCpuNative", () -> ProtobufLadder.NativeSteps.INSTANCE),
            Map.entry("uncheckedDecode", () -> ProtobufLadder.NativeSteps.UNCHECKED),
            Map.entry("sharedMemory", () -> ProtobufLadder.NativeSteps.IN_PLACE),
            Map.entry("prefetch", () -> ProtobufLadder.NativeSteps.PREFETCHED),
            Map.entry("nanopb", () -> ProtobufLadder.NanopbEnd.ADDER),
            Map.entry("cpp", () -> ProtobufLadder.CppEnd.ADDER));

    private static final String PROFILED = "bench_prost_pgo";

    private static Stream<String> adders() {
        return ADDERS.keySet().stream().sorted();
    }

    private static Stream<Method> rowsOfBytes() {
        return rows(ProtobufLadder.class);
    }

    private static Stream<Method> rowsOfStructs() {
        return rows(StructLadder.class);
    }

    private static Stream<Method> rows(Class<?> benchmarks) {
        return Arrays.stream(benchmarks.getMethods()).filter(row -> row.isAnnotationPresent(Benchmark.class));
    }

    /** Ends the test where what the row needs wasn't built. */
    private static void require(String row) {
        String library = switch (row) {
            case "nanopb" -> "bench_nanopb";
            case "cpp" -> "bench_protobuf_cpp";
            case "pgo" -> "bench_prost_pgo";
            default -> "bench_prost_native";
        };
        try {
            Libraries.load(library);
        } catch (NativeLibraryException e) {
            // Not every Rust comes with what profiles need, so that one is never demanded.
            assumeThat(library).as("not built: %s", e.getMessage()).isNotEqualTo(PROFILED);
            Twins.call(() -> Libraries.load(library));
        }
    }

    @ParameterizedTest
    @MethodSource("adders")
    void singleAddsAreRight(String row) {
        require(row);
        Adder adder = ADDERS.get(row).get();
        for (long a : NUMBERS) {
            for (long b : NUMBERS) {
                assertThat(adder.add(a, b)).as("%d + %d", a, b).isEqualTo(a + b);
            }
        }
    }

    @Test
    void everySingleStepIsAmongTheAdders() {
        assertThat(rowsOfBytes()
                        .filter(row -> row.getAnnotation(Compared.class).to().equals("rustBytes"))
                        .map(Method::getName))
                .containsAll(ADDERS.keySet())
                .hasSize(ADDERS.size() + 1); // the twin
    }

    @ParameterizedTest
    @MethodSource("rowsOfBytes")
    void rowsOfBytesAnswerTheSumOfTheNextNumbers(Method row) {
        require(row.getName());
        Numbers numbers = Numbers.random();
        ProtobufLadder.Plain ladder = new ProtobufLadder.Plain();
        int count = row.getAnnotation(Compared.class).operations();
        for (int from = 0; from <= Numbers.COUNT - count; from += count) {
            assertThat(Twins.<Object>call(() -> row.invoke(ladder))).isEqualTo(sum(numbers, from, count));
        }
    }

    @ParameterizedTest
    @MethodSource("rowsOfStructs")
    void rowsOfStructsAnswerTheSumOfAllNumbers(Method row) {
        Twins.call(() -> Libraries.load("bench_rust"));
        StructLadder.Safe ladder = new StructLadder.Safe();
        int passes = row.getAnnotation(Compared.class).operations() / Numbers.COUNT;
        assertThat(Twins.<Object>call(() -> row.invoke(ladder)))
                .isEqualTo(passes * sum(Numbers.random(), 0, Numbers.COUNT));
        ladder.tearDown();
    }

    @Test
    void batchesOfBytesAddAnyNumbers() {
        require("batch");
        ProtobufBatches batches = new ProtobufBatches(new NativeEnd("bench_prost_native"), 1_000);
        RustTwins twins = new RustTwins(new NativeEnd("bench_prost_native"), 1_000);
        for (int count : new int[] {0, 1, 2, 15, 16, 17, 999, 1_000}) {
            Numbers numbers = any(count);
            long sum = sum(numbers, 0, count);
            assertThat(batches.batch(numbers.a(), numbers.b())).isEqualTo(sum);
            assertThat(batches.columns(numbers.a(), numbers.b())).isEqualTo(sum);
            assertThat(Twins.<Long>call(() -> twins.adds(numbers, 0, count))).isEqualTo(sum);
            assertThat(Twins.<Long>call(() -> twins.batch(numbers))).isEqualTo(sum);
            assertThat(Twins.<Long>call(() -> twins.columns(numbers))).isEqualTo(sum);
        }
    }

    @Test
    void structsAndColumnsAddAnyNumbers() {
        Twins.call(() -> Libraries.load("bench_rust"));
        Numbers numbers = any(Numbers.COUNT);
        long sum = sum(numbers, 0, Numbers.COUNT);
        try (Arena arena = Arena.ofConfined()) {
            BinaryOp request = BinaryOp.allocate(arena);
            Result response = Result.allocate(arena);
            StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, Numbers.COUNT);
            StructArray<Result> responses = Result.allocateArray(arena, Numbers.COUNT);
            long[] a = numbers.a();
            long[] b = numbers.b();
            assertThat(StructAdds.ordinary(request, response, a, b)).isEqualTo(sum);
            assertThat(StructAdds.critical(request, response, a, b)).isEqualTo(sum);
            assertThat(StructAdds.batch(requests, responses, a, b)).isEqualTo(sum);
            assertThat(StructAdds.columns(new Columns(arena), a, b)).isEqualTo(sum);
            assertThat(Twins.<Long>call(() -> StructTwins.calls(request, response, numbers)))
                    .isEqualTo(sum);
            assertThat(Twins.<Long>call(() -> StructTwins.batch(requests, responses, numbers, 3)))
                    .isEqualTo(3 * sum);
            assertThat(Twins.<Long>call(() -> StructTwins.columns(new Columns(arena), numbers, 3)))
                    .isEqualTo(3 * sum);
        }
    }

    /** Of all lengths and signs; their sums overflow. */
    private static Numbers any(int count) {
        SplittableRandom random = new SplittableRandom(count);
        return Numbers.of(
                anyNumbers(random, count).toArray(), anyNumbers(random, count).toArray());
    }

    private static LongStream anyNumbers(SplittableRandom random, int count) {
        return random.longs(count).map(bits -> bits >> (bits & 63));
    }

    private static long sum(Numbers numbers, int from, int count) {
        long sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += numbers.a()[i] + numbers.b()[i];
        }
        return sum;
    }
}
