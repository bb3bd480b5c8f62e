package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random allocations, marks, frames and resets, compared with a list of what is alive: it keeps its content, it is zero at
 * first, and in the checked mode what was reset throws, and nothing else.
 */
class ScratchModelTest {
    private static final int STEPS = 3_000;

    private record Allocation(MemorySegment segment, byte content) {}

    /** A place to go back to: a mark, or a frame. What was allocated when it was taken stays. */
    private record Place(long mark, ScratchArena.@Nullable Frame frame, int alive) {}

    private final List<Allocation> alive = new ArrayList<>();
    private final List<MemorySegment> dead = new ArrayList<>();
    private final Deque<Place> places = new ArrayDeque<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsAliveIsUntouched(long seed) {
        Random random = new Random(seed);
        ScratchBuilder builder = ScratchArena.builder().blockBytes(1 + random.nextInt(2_000));
        if (seed % 2 == 0) {
            builder.maxBytes(200_000);
        }
        try (ScratchArena scratch = builder.build()) {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(8)) {
                    case 0 -> places.push(new Place(scratch.mark(), null, alive.size()));
                    case 1 -> places.push(new Place(0, scratch.frame(), alive.size()));
                    case 2, 3 -> goBack(scratch, random);
                    default -> allocate(scratch, random);
                }
                if (step % 16 == 0) {
                    verify();
                }
            }
        }
        dead.clear();
    }

    private void allocate(ScratchArena scratch, Random random) {
        long size = random.nextInt(8) == 0 ? random.nextInt(40_000) : random.nextInt(100);
        long alignment = 1L << random.nextInt(random.nextInt(8) == 0 ? 13 : 5);
        MemorySegment segment;
        try {
            segment = scratch.allocate(size, alignment);
        } catch (PoolExhaustedException e) {
            assertThat(scratch.bytesHeld() + size + alignment).isGreaterThan(200_000);
            return;
        }
        assertThat(segment.byteSize()).isEqualTo(size);
        assertThat(segment.address() % alignment).isZero();
        assertThat(segment.mismatch(MemorySegment.ofArray(new byte[(int) size])))
                .isEqualTo(-1);
        byte content = (byte) (1 + random.nextInt(127));
        alive.add(new Allocation(segment.fill(content), content));
    }

    private void goBack(ScratchArena scratch, Random random) {
        if (places.isEmpty()) {
            scratch.reset();
            cut(0);
            return;
        }
        Place place = places.element();
        ScratchArena.Frame frame = place.frame();
        if (frame != null) {
            frame.close();
        } else {
            scratch.reset(place.mark());
        }
        if (frame != null || random.nextBoolean()) { // a mark may be gone back to again
            places.pop();
        }
        cut(place.alive());
    }

    private void cut(int length) {
        List<Allocation> ended = alive.subList(length, alive.size());
        ended.forEach(allocation -> dead.add(allocation.segment()));
        ended.clear();
    }

    private void verify() {
        for (Allocation allocation : alive) {
            MemorySegment segment = allocation.segment();
            for (long i = 0; i < segment.byteSize(); i += 1 + segment.byteSize() / 8) {
                assertThat(segment.get(ValueLayout.JAVA_BYTE, i)).isEqualTo(allocation.content());
            }
        }
        if (Checks.ON) {
            for (MemorySegment segment : dead) {
                if (segment.byteSize() > 0) {
                    assertThat(catchThrowable(() -> segment.get(ValueLayout.JAVA_BYTE, 0)))
                            .isInstanceOf(IllegalStateException.class);
                    assertThat(catchThrowable(() -> Access.base(segment))).isInstanceOf(LeaseException.class);
                }
            }
        }
        dead.clear();
    }
}
