package dev.proto2ffi.runtime;

import dev.proto2ffi.runtime.LeaseException.Kind;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Uses several pools at random, rightly or wrongly as it is told. Structs of shared pools move between threads. Each
 * mistake is checked where it is made: it must throw what it should, with the stack that acquired as the cause.
 */
final class MistakenProgram implements AutoCloseable {
    private static final int MOST_IN_USE = 40;
    private static final List<Mistake> MISTAKES = List.of(Mistake.values());

    private final Random random;
    private final ExecutorService others;
    private final Map<Mistake, int[]> totals;
    private final List<Use<?>> uses = new ArrayList<>();
    private int dropped;

    MistakenProgram(Random random, ExecutorService others, Map<Mistake, int[]> totals) {
        this.random = random;
        this.others = others;
        this.totals = totals;
        for (PooledType<?> type : PooledType.ALL) {
            for (int i = 0; i < 2; i++) { // two of each, so that structs can be given to the wrong one
                uses.add(new Use<>(type, false));
                uses.add(new Use<>(type, true));
            }
        }
    }

    /** A struct in use, and the number that it holds. */
    private record Held<T>(T struct, int value) {}

    /** What a piece of the program does, of which anything may come. */
    @FunctionalInterface
    private interface Action {
        @Nullable Object run() throws Exception;
    }

    void doTheRightThing() throws Exception {
        uses.get(random.nextInt(uses.size())).step();
    }

    void makeAMistake() throws Exception {
        Mistake mistake = MISTAKES.get(random.nextInt(MISTAKES.size()));
        Use<?> use = uses.get(random.nextInt(uses.size()));
        if (mistake == Mistake.RELEASE_BY_OTHER_THREAD && use.shared) {
            return; // is none
        }
        mistake.injected(totals);
        if (use.make(mistake)) {
            mistake.found(totals, 1);
        }
    }

    /** How many structs were dropped without being given back. */
    int dropped() {
        return dropped;
    }

    @Override
    public void close() {
        for (Use<?> use : uses) {
            use.close();
        }
    }

    private void expect(Kind kind, Action action) {
        LeaseException found = expect(LeaseException.class, action);
        if (found.kind() != kind) {
            throw new AssertionError("expected " + kind + ", got " + found.kind(), found);
        }
        boolean saysWho = found.getCause() != null
                && Arrays.stream(found.getCause().getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().startsWith("acquireFor"));
        if (!saysWho) {
            throw new AssertionError("the cause isn't the stack that acquired", found);
        }
        if (kind != Kind.FOREIGN_RELEASE && found.getSuppressed().length == 0) {
            throw new AssertionError("the stack that released is missing", found);
        }
    }

    private static <E extends Throwable> E expect(Class<E> type, Action action) {
        Object result;
        try {
            result = action.run();
        } catch (Throwable e) {
            Throwable thrown = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            if (type.isInstance(thrown)) {
                return type.cast(thrown);
            }
            throw new AssertionError("expected " + type.getSimpleName() + ", got " + thrown, thrown);
        }
        throw new AssertionError("expected " + type.getSimpleName() + ", but it was not found; got " + result);
    }

    /** A pool and what the program holds of it. */
    private final class Use<T extends Struct> {
        final PooledType<T> type;
        final boolean shared;
        final StructPool<T> pool;
        final List<Held<T>> held = new ArrayList<>();

        /** Those that are never given back. */
        final List<T> kept = new ArrayList<>();

        int leaked;

        Use(PooledType<T> type, boolean shared) {
            this.type = type;
            this.shared = shared;
            PoolBuilder<T> builder = type.builder().capacity(16).growTo(4_096).zeroed(random.nextInt(4) > 0);
            pool = shared ? builder.shared().build() : builder.build();
        }

        /** Acquires and writes, reads, or gives back. */
        void step() throws Exception {
            int choice = random.nextInt(4);
            if (held.isEmpty() || choice == 0 && held.size() < MOST_IN_USE) {
                held.add(anywhere(this::acquireForWork));
                return;
            }
            Held<T> any = held.get(random.nextInt(held.size()));
            if (choice == 1) {
                try (Lease<T> lease = pool.lease()) {
                    type.write(pool, lease.get(), 1);
                }
                return;
            }
            long read = anywhere(() -> type.read(any.struct()));
            if (read != any.value()) {
                throw new AssertionError(type + ": wrote " + any.value() + ", read " + read);
            }
            if (choice == 2) {
                held.remove(any);
                anywhere(() -> release(any.struct()));
            }
        }

        private Held<T> acquireForWork() {
            int value = random.nextInt(1_000_000);
            T struct = pool.acquire();
            type.write(pool, struct, value);
            return new Held<>(struct, value);
        }

        private T acquireForAMistake() {
            T struct = pool.acquire();
            type.write(pool, struct, 1);
            return struct;
        }

        private boolean release(T struct) {
            pool.release(struct);
            return true;
        }

        /** Structs of shared pools are used by three threads, one after the other. */
        private <R> R anywhere(Callable<R> action) throws Exception {
            return shared && random.nextInt(3) == 0 ? others.submit(action).get() : action.call();
        }

        /** Makes a mistake; false if only later it can be told whether it was found. */
        boolean make(Mistake mistake) throws Exception {
            switch (mistake) {
                case LEAK_DROPPED -> {
                    anywhere(this::acquireForAMistake);
                    dropped++;
                    leaked++;
                    return false;
                }
                case LEAK_AT_CLOSE -> {
                    kept.add(anywhere(this::acquireForAMistake));
                    leaked++;
                    return false;
                }
                case RELEASE_OF_ARENA_STRUCT -> {
                    try (Arena arena = Arena.ofConfined()) {
                        T foreign = type.type().allocate(arena);
                        LeaseException found = expect(LeaseException.class, () -> release(foreign));
                        return found.kind() == Kind.FOREIGN_RELEASE;
                    }
                }
                default -> makeWith(anywhere(this::acquireForAMistake), mistake);
            }
            return true;
        }

        private void makeWith(T struct, Mistake mistake) throws Exception {
            StructView view = (StructView) struct;
            MemorySegment segment = struct.structSegment();
            switch (mistake) {
                case RELEASE_TO_POOL_OF_SAME_TYPE -> {
                    expect(Kind.FOREIGN_RELEASE, () -> releaseTo(other(true), struct));
                    release(struct);
                }
                case RELEASE_TO_POOL_OF_OTHER_TYPE -> {
                    expect(Kind.FOREIGN_RELEASE, () -> releaseTo(other(false), struct));
                    release(struct);
                }
                case RELEASE_OF_DERIVED_VIEW -> {
                    T derived = random.nextBoolean()
                            ? type.type().at(segment, 0)
                            : type.type().view(view.segment, view.address);
                    expect(Kind.FOREIGN_RELEASE, () -> release(derived));
                    release(struct);
                }
                case RELEASE_BY_OTHER_THREAD -> {
                    expect(
                            WrongThreadException.class,
                            () -> others.submit(() -> release(struct)).get());
                    release(struct);
                }
                default -> {
                    StructArray<T> array = type.type().array(segment);
                    T same = type.type().view(view.segment, view.address);
                    Callable<Long> nested = struct instanceof Sample sample
                            ? PooledType.nested(sample)::reactionId
                            : () -> type.read(same);
                    anywhere(() -> release(struct));
                    if (random.nextBoolean()) {
                        held.add(acquireForWork()); // most often in the same slot
                    }
                    useAfterRelease(struct, nested, array, segment, mistake);
                }
            }
        }

        private void useAfterRelease(
                T struct, Callable<Long> nested, StructArray<T> array, MemorySegment segment, Mistake mistake) {
            switch (mistake) {
                case DOUBLE_RELEASE -> expect(Kind.DOUBLE_RELEASE, () -> anywhere(() -> release(struct)));
                case READ_AFTER_RELEASE -> expect(Kind.USE_AFTER_RELEASE, () -> anywhere(() -> type.read(struct)));
                case WRITE_AFTER_RELEASE ->
                    expect(
                            Kind.USE_AFTER_RELEASE,
                            () -> anywhere(() -> {
                                type.write(pool, struct, 1);
                                return true;
                            }));
                case NESTED_VIEW_AFTER_RELEASE -> expect(Kind.USE_AFTER_RELEASE, () -> anywhere(nested));
                case ARRAY_ELEMENT_AFTER_RELEASE ->
                    expect(Kind.USE_AFTER_RELEASE, () -> anywhere(() -> type.read(array.get(0))));
                case TEXT_AFTER_RELEASE -> expect(Kind.USE_AFTER_RELEASE, () -> anywhere(struct::toString));
                case ADDRESS_AFTER_RELEASE -> expect(Kind.USE_AFTER_RELEASE, () -> anywhere(struct::structAddress));
                case SEGMENT_AFTER_RELEASE ->
                    expect(
                            IllegalStateException.class,
                            () -> anywhere(() -> segment.get(ValueLayout.JAVA_BYTE, segment.byteSize() - 1)));
                default -> throw new AssertionError(mistake);
            }
        }

        @SuppressWarnings("unchecked") // this is the mistake
        private Object releaseTo(Use<?> other, T struct) {
            ((StructPool<T>) other.pool).release(struct);
            return other.type;
        }

        private Use<?> other(boolean sameType) {
            List<Use<?>> candidates = uses.stream()
                    .filter(use -> use != this && use.type.equals(type) == sameType)
                    .toList();
            return candidates.get(random.nextInt(candidates.size()));
        }

        /** Gives back what is in use, and closes the pool with what isn't. */
        void close() {
            held.forEach(any -> pool.release(any.struct()));
            if (leaked == 0) {
                pool.close();
                return;
            }
            LeaseException found = expect(LeaseException.class, () -> {
                pool.close();
                return null;
            });
            String expected = ": " + leaked + (leaked == 1 ? " struct was" : " structs were") + " never given back";
            if (found.kind() != Kind.LEAK || !found.getMessage().contains(expected)) {
                throw new AssertionError("expected" + expected, found);
            }
            int told = Arrays.stream(found.getSuppressed())
                    .mapToInt(stack ->
                            Integer.parseInt(String.valueOf(stack.getMessage()).split(" ", 2)[0]))
                    .sum();
            if (found.getSuppressed().length < LeakTally.STACKS && told != leaked) {
                throw new AssertionError("the stacks tell of " + told + " of " + leaked + " leaks", found);
            }
            Mistake.LEAK_AT_CLOSE.found(totals, kept.size());
            kept.forEach(struct -> expect(Kind.USE_AFTER_RELEASE, () -> type.read(struct)));
        }
    }
}
