package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proto2ffi.runtime.RegionException.Problem;
import dev.proto2ffi.runtime.social.Reaction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no regions, or no longer, or not yet. */
class RegionFileTest {
    private static final long SIZE = 64 << 10;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("region");
    }

    private void create() throws IOException {
        try (SharedRegion region = SharedRegion.create(file, SIZE)) {
            region.publish(Reaction.allocate(region).userId(1));
        }
    }

    private void patch(long offset, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(bytes, offset);
        }
    }

    private void patchInt(long offset, int value) throws IOException {
        patch(offset, ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(0, value));
    }

    private void patchLong(long offset, long value) throws IOException {
        patch(offset, ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putLong(0, value));
    }

    private void assertRefused(Problem problem, String... words) {
        assertThatThrownBy(() -> SharedRegion.open(file))
                .isInstanceOfSatisfying(
                        RegionException.class, e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(words);
        assertThatThrownBy(() -> SharedRegion.openReadOnly(file)).isInstanceOf(RegionException.class);
    }

    @Test
    void theHeaderIsAsDocumented() throws IOException {
        create();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
        assertThat(StandardCharsets.US_ASCII.decode(bytes.slice(0, 8)).toString())
                .isEqualTo("P2FSHARE");
        assertThat(bytes.getInt(8)).isEqualTo(0x01020304);
        assertThat(bytes.getInt(12)).isEqualTo(1);
        assertThat(bytes.getInt(16)).isEqualTo(4096);
        assertThat(bytes.getInt(20)).isEqualTo(31);
        assertThat(bytes.getLong(24)).isEqualTo(SIZE);
        assertThat(bytes.getLong(32)).isEqualTo(4096 + 40);
        // The key is FNV-1a of "social.Reaction", computed elsewhere.
        assertThat(bytes.getLong(128)).isEqualTo(0x6fa37c3e89ee492fL);
        assertThat(bytes.getLong(136)).isEqualTo(4096);
        assertThat(bytes.getLong(144)).isEqualTo(Reaction.TYPE.fingerprint());
        assertThat(bytes.getLong(152)).isEqualTo(1);
        assertThat(bytes.getLong(160)).isEqualTo(40);
        assertThat(StandardCharsets.US_ASCII.decode(bytes.slice(168, 16)).toString())
                .isEqualTo("social.Reaction\0");
        assertThat(bytes.getLong(256)).isZero();
    }

    @Test
    void garbageIsNoRegion() throws IOException {
        byte[] garbage = new byte[9_000];
        new SplittableRandom(1).nextBytes(garbage);
        Files.write(file, garbage);
        assertRefused(Problem.NOT_A_REGION, "SharedRegion.create");
        Files.writeString(file, "short");
        assertRefused(Problem.NOT_A_REGION, "5 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 65536})
    void zerosAreUnfinished(int size) throws IOException {
        Files.write(file, new byte[size]);
        assertRefused(Problem.UNFINISHED, "delete the file");
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 40, 4095, 4096, 65535})
    void aFileThatWasCutIsRefused(long size) throws IOException {
        create();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
        assertRefused(Problem.TRUNCATED, "has " + size + " bytes");
    }

    @Test
    void aLongerFileIsStillTheRegion() throws IOException {
        create();
        Files.write(file, new byte[10_000], StandardOpenOption.APPEND);
        try (SharedRegion region = SharedRegion.open(file)) {
            assertThat(region.size()).isEqualTo(SIZE);
        }
    }

    @Test
    void anotherVersionIsNamed() throws IOException {
        create();
        patchInt(12, 2);
        assertRefused(Problem.OTHER_VERSION, "version 2", "version 1", "same release");
    }

    @Test
    void anotherByteOrderIsNamed() throws IOException {
        create();
        patchInt(8, 0x04030201);
        assertRefused(Problem.OTHER_BYTE_ORDER, ByteOrder.nativeOrder().toString(), "anew");
        patchInt(8, 5);
        assertRefused(Problem.CORRUPT, "0x5");
    }

    @Test
    void numbersThatCannotBeAreRefused() throws IOException {
        create();
        for (long used : new long[] {0, 4095, -1, SIZE + 1, Long.MIN_VALUE}) {
            patchLong(32, used);
            assertRefused(Problem.CORRUPT, "wrote over it");
        }
        patchLong(32, SIZE);
        patchLong(24, 4095);
        assertRefused(Problem.CORRUPT, "wrote over it");
        patchLong(24, Long.MAX_VALUE);
        assertRefused(Problem.TRUNCATED, "was cut");
        patchLong(24, SIZE);
        patchInt(16, 64);
        assertRefused(Problem.CORRUPT, "wrote over it");
        patchInt(16, 4096);
        patchInt(20, 32);
        assertRefused(Problem.CORRUPT, "wrote over it");
    }

    @Test
    void aRootOutsideOfTheRegionIsRefused() throws IOException {
        create();
        try (SharedRegion region = SharedRegion.open(file)) {
            patchLong(136, SIZE);
            assertThatThrownBy(() -> region.root(Reaction.TYPE)).isInstanceOf(IndexOutOfBoundsException.class);
            patchLong(136, 4096);
            patchLong(152, Long.MAX_VALUE);
            assertThatThrownBy(() -> region.root(Reaction.TYPE)).isInstanceOf(IndexOutOfBoundsException.class);
            patchLong(152, 0);
            assertThatThrownBy(() -> region.root(Reaction.TYPE)).hasMessageContaining("0 structs");
        }
    }

    @Test
    void anExistingFileIsLeftAlone() throws IOException {
        Files.writeString(file, "precious");
        assertThatThrownBy(() -> SharedRegion.create(file, SIZE))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("open it, or delete it");
        assertThat(file).hasContent("precious");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 4096})
    void aSizeWithoutRoomIsRefused(long size) {
        assertThatThrownBy(() -> SharedRegion.create(file, size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 4096");
        assertThat(file).doesNotExist();
    }

    @Test
    void theSmallestRegionHoldsAByte() throws IOException {
        try (SharedRegion region = SharedRegion.create(file, SharedRegion.HEADER_SIZE + 1)) {
            assertThat(region.allocate(1, 1).byteSize()).isEqualTo(1);
            assertThat(region.remaining()).isZero();
        }
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        assertThatThrownBy(() -> SharedRegion.create(folder.resolve("none/region"), SIZE))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("its folder doesn't exist; create it first");
        assertThatThrownBy(() -> SharedRegion.open(file))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("start the program that creates it");
        assertThatThrownBy(() -> SharedRegion.open(folder)).hasMessageContaining("this is a folder");
    }

    @Test
    void waitingForAFileEnds() throws IOException {
        Duration patience = Duration.ofMillis(20);
        assertThatThrownBy(() -> SharedRegion.open(file, patience)).isInstanceOf(NoSuchFileException.class);
        Files.write(file, new byte[100]);
        assertThatThrownBy(() -> SharedRegion.open(file, patience)).hasMessageContaining("isn't finished");
        Files.writeString(file, "garbage");
        assertThatThrownBy(() -> SharedRegion.open(file, Duration.ofDays(1))).hasMessageContaining("no region");
    }

    @Test
    void createOrOpenMakesOneRegionForAll() throws IOException, InterruptedException {
        try (SharedRegion first = SharedRegion.createOrOpen(file, SIZE);
                SharedRegion second = SharedRegion.createOrOpen(file, 2 * SIZE)) {
            first.publish(Reaction.allocate(first).userId(8));
            assertThat(second.size()).isEqualTo(SIZE);
            assertThat(second.root(Reaction.TYPE).orElseThrow().userId()).isEqualTo(8);
        }
    }

    @Test
    void sharedMemoryIsNamedWithoutSlashes() {
        for (String name : new String[] {"", ".", "..", "a/b", "/a"}) {
            assertThatThrownBy(() -> SharedRegion.sharedMemory(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assumeTrue(Files.isDirectory(Path.of("/dev/shm")));
        assertThat(SharedRegion.sharedMemory("a")).isEqualTo(Path.of("/dev/shm/a"));
    }

    @Test
    void regionsLargerThanAnIntAreMapped() throws IOException {
        long size = (1L << 32) + 8192;
        create();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), size - 1); // a hole: nothing of it is written here
        }
        patchLong(24, size);
        try (SharedRegion region = SharedRegion.open(file)) {
            region.allocate(1L << 32, 8);
            Reaction last = Reaction.allocate(region).userId(4);
            assertThat(region.offsetOf(last)).isGreaterThan(1L << 32);
            assertThat(region.at(Reaction.TYPE, region.offsetOf(last)).userId()).isEqualTo(4);
        }
    }
}
