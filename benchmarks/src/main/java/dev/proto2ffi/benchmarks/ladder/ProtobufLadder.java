package dev.proto2ffi.benchmarks.ladder;

import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.harness.WarmUp;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Category "ladder": an add through protobuf bytes, and the steps of the calculator study, each on top of those before it. The study
 * is known by the names of its steps; what each was taken to mean is said beside it. An invocation makes {@value #TRIPS}
 * adds with the next of {@value Numbers#COUNT} pairs of numbers, or a batch of all of them. The adders are constants, and
 * loops aren't shared, so that the JIT compiles each row for itself.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class ProtobufLadder {
    static final int TRIPS = 100;

    private final Numbers numbers = Numbers.random();
    private final long[] a = numbers.a();
    private final long[] b = numbers.b();
    private int next;

    /** No structs take part, so there is no access mode. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends ProtobufLadder {}

    @Setup
    public void setUp(ThreadParams thread, BenchmarkParams row, Blackhole blackhole) throws Throwable {
        Affinity.pin(thread.getThreadIndex());
        WarmUp.run(this, row, blackhole);
    }

    /** Where this invocation begins to read numbers. */
    private int from() {
        int from = next;
        next = (from + TRIPS) % Numbers.COUNT;
        return from;
    }

    /** Where the ladder begins. In Java all is new in each call; in Rust an instance is looked up, called through a trait object, and answers a box. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long first() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += Steps.FIRST.apply(a[i], b[i]);
        }
        return sum;
    }

    /** Request pooling: builder, byte array and native memory of a request are kept for the next call. Published: 637 ns. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long requestPooling() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += Steps.POOLED.apply(a[i], b[i]);
        }
        return sum;
    }

    /** No boxing: no {@code Long} in Java, no {@code Box<dyn Answer>} in Rust. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long noBoxing() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += Steps.UNBOXED.add(a[i], b[i]);
        }
        return sum;
    }

    /** Response buffer reuse: Java brings memory for the response and keeps it; nothing is freed by a second call. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long responseReuse() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += Steps.BUFFERED.add(a[i], b[i]);
        }
        return sum;
    }

    /** Static dispatch: Rust calls the type, not the trait object. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long staticDispatch() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += Steps.STATIC.add(a[i], b[i]);
        }
        return sum;
    }

    /** Inlining: decode, add and encode are one function in Rust; before, each was one of its own, as code of other crates is. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long inlining() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += Steps.INLINED.add(a[i], b[i]);
        }
        return sum;
    }

    /** Stack buffers: Rust encodes into an array on its stack instead of a vector. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long stackBuffers() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += Steps.ON_STACK.add(a[i], b[i]);
        }
        return sum;
    }

    /** Static instance: the calculator is a static of Rust, not an entry of a locked table. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long staticInstance() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += Steps.INSTANCE.add(a[i], b[i]);
        }
        return sum;
    }

    /** LTO: the same code, with link-time optimisation, one codegen unit, and panics that abort. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long lto() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += LtoStep.ADDER.add(a[i], b[i]);
        }
        return sum;
    }

    /** PGO: the same, besides with a profile of these calls. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long pgo() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += PgoStep.ADDER.add(a[i], b[i]);
        }
        return sum;
    }

    /** The same, besides with {@code target-cpu=native}. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long targetCpuNative() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += NativeSteps.INSTANCE.add(a[i], b[i]);
        }
        return sum;
    }

    /** Unchecked decode: no prost in Rust, and neither tags nor the end of the bytes are checked. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long uncheckedDecode() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += NativeSteps.UNCHECKED.add(a[i], b[i]);
        }
        return sum;
    }

    /** Shared memory: Java encodes and decodes in the memory in which Rust does; nothing is copied. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long sharedMemory() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += NativeSteps.IN_PLACE.add(a[i], b[i]);
        }
        return sum;
    }

    /** Prefetch: Rust asks for the cache line of the response before it reads the request. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long prefetch() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += NativeSteps.PREFETCHED.add(a[i], b[i]);
        }
        return sum;
    }

    /** A batch: all adds in one message and one call, prost on the other side. Published: 219 ns. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBatch", operations = Numbers.COUNT)
    public long batch() {
        return NativeSteps.BATCHES.batch(a, b);
    }

    /**
     * SIMD: the batch has packed numbers of fixed length, which Rust adds where they are, by vectors.
     * The study's target: below 100 ns.
     */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustColumns", operations = Numbers.COUNT)
    public long simdBatch() {
        return NativeSteps.BATCHES.columns(a, b);
    }

    /** The Java of {@link #staticInstance}, with nanopb on the other side. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long nanopb() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += NanopbEnd.ADDER.add(a[i], b[i]);
        }
        return sum;
    }

    /** The Java of {@link #staticInstance}, with protobuf's C++ library on the other side. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustBytes", operations = TRIPS)
    public long cpp() {
        int from = from();
        long sum = 0;
        for (int i = from; i < from + TRIPS; i++) {
            sum += CppEnd.ADDER.add(a[i], b[i]);
        }
        return sum;
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustBytes", operations = TRIPS)
    public long rustBytes() throws Throwable {
        return NativeSteps.TWINS.adds(numbers, from(), TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustBatch", operations = Numbers.COUNT)
    public long rustBatch() throws Throwable {
        return NativeSteps.TWINS.batch(numbers);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustColumns", operations = Numbers.COUNT)
    public long rustColumns() throws Throwable {
        return NativeSteps.TWINS.columns(numbers);
    }

    /** As cargo builds without being asked for more. */
    static final class Steps {
        private static final NativeEnd END = new NativeEnd("bench_prost");
        static final FirstAdder FIRST = FirstAdder.of(END);
        static final PooledAdder POOLED = PooledAdder.of(END);
        static final UnboxedAdder UNBOXED = UnboxedAdder.of(END);
        static final BufferedAdder BUFFERED = BufferedAdder.of(END, "ladder_add_buffered");
        static final BufferedAdder STATIC = BufferedAdder.of(END, "ladder_add_static");
        static final BufferedAdder INLINED = BufferedAdder.of(END, "ladder_add_inlined");
        static final BufferedAdder ON_STACK = BufferedAdder.of(END, "ladder_add_on_stack");
        static final DirectAdder INSTANCE = DirectAdder.of(END, "ladder_add_instance");

        private Steps() {}
    }

    static final class LtoStep {
        static final DirectAdder ADDER = DirectAdder.of(new NativeEnd("bench_prost_lto"), "ladder_add_instance");

        private LtoStep() {}
    }

    static final class PgoStep {
        static final DirectAdder ADDER = DirectAdder.of(new NativeEnd("bench_prost_pgo"), "ladder_add_instance");

        private PgoStep() {}
    }

    /** For this processor, and all that builds on it. */
    static final class NativeSteps {
        private static final NativeEnd END = new NativeEnd("bench_prost_native");
        static final DirectAdder INSTANCE = DirectAdder.of(END, "ladder_add_instance");
        static final DirectAdder UNCHECKED = DirectAdder.of(END, "ladder_add_unchecked");
        static final InPlaceAdder IN_PLACE = InPlaceAdder.of(END, "ladder_add_in_place");
        static final InPlaceAdder PREFETCHED = InPlaceAdder.of(END, "ladder_add_prefetched");
        static final ProtobufBatches BATCHES = new ProtobufBatches(END, Numbers.COUNT);
        static final RustTwins TWINS = new RustTwins(END, Numbers.COUNT);

        private NativeSteps() {}
    }

    static final class NanopbEnd {
        static final DirectAdder ADDER = DirectAdder.of(new NativeEnd("bench_nanopb"), "ladder_add_nanopb");

        private NanopbEnd() {}
    }

    static final class CppEnd {
        static final DirectAdder ADDER = DirectAdder.of(new NativeEnd("bench_protobuf_cpp"), "ladder_add_cpp");

        private CppEnd() {}
    }
}
