package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proto2ffi.runtime.RegionException.Problem;
import dev.proto2ffi.runtime.social.Post;
import dev.proto2ffi.runtime.social.Reaction;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedRegionTest {
    private static final long SIZE = 1 << 20;
    private static final Duration AT_ONCE = Duration.ZERO;

    /** A Reaction as a program has it that was generated from another schema. */
    private static final StructType<Reaction> OTHER_REACTION = StructType.describe(
                    "social.Reaction",
                    Reaction.LAYOUT,
                    Reaction.TYPE::view,
                    (segment, address, length) -> Reaction.TYPE.arrayAt(segment, address, length))
            .fingerprint(0x2L)
            .build(Reaction.SIZE, Reaction.ALIGNMENT);

    @TempDir
    Path folder;

    private Path file;
    private SharedRegion region;

    @BeforeEach
    void create() throws IOException {
        file = folder.resolve("region");
        region = SharedRegion.create(file, SIZE);
    }

    @AfterEach
    void close() {
        if (region.scope().isAlive()) {
            region.close();
        }
    }

    private static void assertProblem(ThrowingCallable action, Problem problem, String... words) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        RegionException.class, e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessageContainingAll(words);
    }

    @Test
    void whatOneMappingWritesTheOtherReads() throws IOException {
        StructArray<Reaction> reactions = Reaction.allocateArray(region, 3);
        reactions.get(2).userId(42);
        assertThat(region.root(Reaction.TYPE)).isEmpty();
        region.publish(reactions);
        try (SharedRegion other = SharedRegion.open(file)) {
            StructArray<Reaction> found = other.rootArray(Reaction.TYPE).orElseThrow();
            assertThat(found.length()).isEqualTo(3);
            assertThat(found.get(2).userId()).isEqualTo(42);
            assertThat(found.address()).isNotEqualTo(reactions.address());
            found.get(0).userId(43);
            assertThat(other.root(Reaction.TYPE).orElseThrow().userId()).isEqualTo(43);
        }
        assertThat(reactions.get(0).userId()).isEqualTo(43);
    }

    @Test
    void structsOutliveTheProcessInTheFile() throws IOException {
        region.publish(Reaction.allocate(region).targetId(7));
        region.force();
        region.close();
        assertThat(Files.size(file)).isEqualTo(SIZE);
        try (SharedRegion again = SharedRegion.open(file)) {
            assertThat(again.root(Reaction.TYPE).orElseThrow().targetId()).isEqualTo(7);
            assertThat(again.remaining()).isEqualTo(SIZE - SharedRegion.HEADER_SIZE - Reaction.SIZE);
        }
    }

    @Test
    void severalRootsOfATypeHaveNames() {
        region.publish("first", Reaction.allocate(region).userId(1));
        region.publish("second", Reaction.allocate(region).userId(2));
        assertThat(region.root("first", Reaction.TYPE).orElseThrow().userId()).isEqualTo(1);
        assertThat(region.root("second", Reaction.TYPE).orElseThrow().userId()).isEqualTo(2);
        assertThat(region.root("third", Reaction.TYPE)).isEmpty();
        assertProblem(() -> region.publish("first", Reaction.allocate(region)), Problem.NAME_TAKEN, "first", "own");
    }

    @Test
    void theDirectoryHasAnEnd() {
        Reaction reaction = Reaction.allocate(region);
        IntStream.range(0, 31).forEach(i -> region.publish("root " + i, reaction.userId(i)));
        assertProblem(() -> region.publish("root 31", reaction), Problem.TOO_MANY_ROOTS, "31", "offsets");
        assertThat(region.root("root 30", Reaction.TYPE)).isPresent();
        assertThat(region.root("root 31", Reaction.TYPE)).isEmpty();
    }

    @Test
    void namesHaveABound() {
        Reaction reaction = Reaction.allocate(region);
        String longest = "ü".repeat(43) + "x";
        region.publish(longest, reaction.userId(5));
        assertThat(region.root(longest, Reaction.TYPE).orElseThrow().userId()).isEqualTo(5);
        for (String name : List.of("", longest + "x", "a\0b")) {
            assertThatThrownBy(() -> region.publish(name, reaction))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 87 bytes");
        }
    }

    @Test
    void anotherLayoutIsRefusedWithBothFingerprints() {
        region.publish(Reaction.allocate(region));
        assertProblem(
                () -> region.root(OTHER_REACTION),
                Problem.OTHER_LAYOUT,
                "0x0000000000000001",
                "0x0000000000000002",
                "same schema");
        assertProblem(() -> region.awaitRoot(OTHER_REACTION, Duration.ofDays(1)), Problem.OTHER_LAYOUT, "same schema");
    }

    @Test
    void aRootThatNobodyPublishesEndsTheWait() {
        assertProblem(
                () -> region.awaitRoot(Reaction.TYPE, Duration.ofMillis(20)),
                Problem.NO_ROOT,
                "social.Reaction",
                "20 ms");
        assertProblem(() -> region.awaitRootArray("x", Reaction.TYPE, AT_ONCE), Problem.NO_ROOT, "root x");
    }

    @Test
    void anInterruptEndsTheWait() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> region.awaitRoot(Reaction.TYPE, Duration.ofDays(1)))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void offsetsReferToStructs() throws IOException {
        Reaction second = Reaction.allocate(region).userId(9);
        Reaction first = Reaction.allocate(region).targetId(region.offsetOf(second));
        try (SharedRegion other = SharedRegion.open(file)) {
            long offset = other.at(Reaction.TYPE, region.offsetOf(first)).targetId();
            assertThat(other.at(Reaction.TYPE, offset).userId()).isEqualTo(9);
            assertThatThrownBy(() -> other.offsetOf(first)).hasMessageContaining("isn't in region " + file);
        }
    }

    @Test
    void offsetsAreChecked() {
        StructArray<Reaction> two = Reaction.allocateArray(region, 2);
        long offset = region.offsetOf(two);
        assertThat(region.arrayAt(Reaction.TYPE, offset, 2).length()).isEqualTo(2);
        for (long wrong : new long[] {Long.MIN_VALUE, -8, 8, offset + 2 * Reaction.SIZE, SIZE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> region.at(Reaction.TYPE, wrong)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatThrownBy(() -> region.at(Reaction.TYPE, 0)).hasMessageContaining("0 means none");
        assertThatThrownBy(() -> region.arrayAt(Reaction.TYPE, offset, 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> region.arrayAt(Reaction.TYPE, offset, Long.MAX_VALUE))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> region.arrayAt(Reaction.TYPE, offset, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> region.at(Reaction.TYPE, offset + 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multiple of 8");
    }

    @Test
    void onlyStructsOfTheRegionArePublished() {
        try (Arena arena = Arena.ofConfined()) {
            Reaction elsewhere = Reaction.allocate(arena);
            assertThatThrownBy(() -> region.publish(elsewhere))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("allocate(region)");
        }
        assertThatThrownBy(() -> region.publish(Reaction.allocateArray(region, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pointersAreRefusedEverywhere() {
        String reason = "isn't flat, and its pointers mean nothing in another process";
        assertThatThrownBy(() -> region.allocate(Linked.TYPE)).hasMessageContaining(reason);
        assertThatThrownBy(() -> region.allocateArray(Linked.TYPE, 2)).hasMessageContaining(reason);
        assertThatThrownBy(() -> Linked.TYPE.allocate(region)).hasMessageContaining(reason);
        assertThatThrownBy(() -> region.root(Linked.TYPE)).hasMessageContaining(reason);
        assertThatThrownBy(() -> region.at(Linked.TYPE, SharedRegion.HEADER_SIZE))
                .hasMessageContaining(reason);
        try (Arena arena = Arena.ofConfined()) {
            assertThat(Linked.TYPE.allocate(arena)).isNotNull();
        }
        assertThat(region.remaining()).isEqualTo(SIZE - SharedRegion.HEADER_SIZE);
    }

    @Test
    void memoryIsAlignedAndZeroedAndDoesNotOverlap() {
        region.allocate(3, 1).fill((byte) 0x55);
        MemorySegment page = region.allocate(100, 4096);
        MemorySegment behind = region.allocate(1, 64);
        assertThat(page.address() % 4096).isZero();
        assertThat(page.toArray(ValueLayout.JAVA_BYTE)).containsOnly(0);
        assertThat(behind.address()).isEqualTo(page.address() + 128);
        assertThat(region.allocate(0, 8).byteSize()).isZero();
        assertThatThrownBy(() -> region.allocate(1, 8192)).hasMessageContaining("4096 is the most");
        assertThatThrownBy(() -> region.allocate(1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> region.allocate(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> region.allocate(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsZeroAlreadyIsNotZeroedAgain() {
        MemorySegment free = region.segment().asSlice(SharedRegion.HEADER_SIZE, 2 * Reaction.SIZE);
        free.fill((byte) 0x55);
        assertThat(Reaction.allocate(region).userId()).isEqualTo(0x5555_5555_5555_5555L);
        assertThat(Reaction.allocateArray(region, 1).get(0).userId()).isEqualTo(0x5555_5555_5555_5555L);
    }

    @Test
    void foreverIsAWaitToo() throws InterruptedException {
        Duration forever = ChronoUnit.FOREVER.getDuration();
        region.publish(Reaction.allocate(region).userId(4));
        assertThat(region.awaitRoot(Reaction.TYPE, forever).userId()).isEqualTo(4);
        assertProblem(
                () -> region.awaitRoot("none", Reaction.TYPE, Duration.ofSeconds(Long.MIN_VALUE)),
                Problem.NO_ROOT,
                "root none");
    }

    @Test
    void aFullRegionSaysWhatIsLeft() {
        long left = region.remaining();
        MemorySegment all = region.allocate(left - 39, 1);
        assertThat(all.byteSize()).isEqualTo(left - 39);
        assertProblem(
                () -> Reaction.allocate(region), Problem.FULL, "40 bytes", "39 of its 1048576 bytes", "larger one");
        assertProblem(() -> region.allocate(Long.MAX_VALUE, 4096), Problem.FULL, "" + Long.MAX_VALUE);
        assertThat(region.remaining()).isEqualTo(39);
        assertThat(region.allocate(39, 1).byteSize()).isEqualTo(39);
        assertThat(region.remaining()).isZero();
        assertThat(region.allocate(0, 1).byteSize()).isZero();
    }

    @Test
    void threadsNeverGetTheSameMemory() throws Exception {
        int threads = 4;
        int each = 5_000;
        List<Callable<List<Reaction>>> work = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            long tag = t;
            work.add(() -> {
                List<Reaction> mine = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    mine.add(Reaction.allocate(region).userId(tag).targetId(i));
                }
                return mine;
            });
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Reaction> all = new ArrayList<>();
            for (Future<List<Reaction>> done : executor.invokeAll(work)) {
                all.addAll(done.get());
            }
            assertThat(all.stream().map(Reaction::structAddress).distinct()).hasSize(threads * each);
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).userId()).isEqualTo(i / each);
                assertThat(all.get(i).targetId()).isEqualTo(i % each);
            }
        } finally {
            executor.shutdown();
        }
        assertThat(region.remaining()).isEqualTo(SIZE - SharedRegion.HEADER_SIZE - Reaction.SIZE * threads * each);
    }

    @Test
    void aClosedRegionThrowsAndNamesItself() {
        Reaction reaction = Reaction.allocate(region);
        region.close();
        assertThat(region).hasToString("region " + file + ": closed");
        List<ThrowingCallable> uses = List.of(
                () -> region.allocate(8, 8),
                () -> Reaction.allocate(region),
                () -> region.root(Reaction.TYPE),
                () -> region.publish(reaction),
                () -> region.at(Reaction.TYPE, 4096),
                region::remaining,
                region::force,
                region::close);
        for (ThrowingCallable use : uses) {
            assertThatThrownBy(use).isInstanceOf(IllegalStateException.class).hasMessageContaining(file + " is closed");
        }
    }

    @Test
    void viewsOfAClosedRegionThrow() {
        assumeFalse(Access.RAW);
        Reaction reaction = Reaction.allocate(region);
        region.close();
        assertThatThrownBy(reaction::userId).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readingAloneIsEnoughToRead() throws IOException {
        region.publish(Reaction.allocate(region).userId(3));
        try (SharedRegion reader = SharedRegion.openReadOnly(file)) {
            assertThat(reader.isReadOnly()).isTrue();
            Reaction found = reader.root(Reaction.TYPE).orElseThrow();
            assertThat(found.userId()).isEqualTo(3);
            assertThatThrownBy(() -> Reaction.allocate(reader))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("open for reading alone");
            assertThatThrownBy(() -> reader.publish("again", found)).isInstanceOf(UnsupportedOperationException.class);
            assertThat(reader.segment().isReadOnly()).isTrue();
            if (!Access.RAW) {
                assertThatThrownBy(() -> found.userId(4)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void closeDeletesTheFileIfTold() {
        Reaction reaction = Reaction.allocate(region.deleteOnClose());
        reaction.userId(1);
        region.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void onlyItsOwnerMayOpenANewFile() throws IOException {
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void allOfAnArenaWorks() {
        assertThat(region.allocateFrom("grüezi").getString(0)).isEqualTo("grüezi");
        assertThat(region.allocate(Post.TYPE).postId(3).postId()).isEqualTo(3);
        assertThat(region.allocateArray(Post.TYPE, 2).length()).isEqualTo(2);
        assertThat(region.scope().isAlive()).isTrue();
        assertThat(region.size()).isEqualTo(SIZE);
        assertThat(region.path()).isEqualTo(file);
    }
}
