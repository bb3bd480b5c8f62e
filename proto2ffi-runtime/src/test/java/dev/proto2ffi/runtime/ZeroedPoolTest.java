package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a struct that a pool can't clear. */
class ZeroedPoolTest {
    private static Runnable duringClear = () -> {};

    @AfterEach
    void clearQuietly() {
        duringClear = () -> {};
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStructThatCouldNotBeClearedIsFreeAgain(boolean shared) {
        PoolBuilder<Large> builder = StructPool.builder(Large.TYPE).capacity(64);
        try (StructPool<Large> pool = (shared ? builder.shared() : builder).buildUnchecked()) {
            pool.release(pool.acquire());
            StackOverflowError full = new StackOverflowError();
            duringClear = () -> {
                throw full;
            };
            for (int i = 0; i < 1_000; i++) {
                assertThatThrownBy(pool::acquire).isSameAs(full);
                assertThatThrownBy(pool::lease).isSameAs(full);
            }
            assertThat(pool.inUse()).isZero();
            duringClear = () -> {};
            pool.release(pool.acquire());
            assertThat(pool.highWater()).isEqualTo(1);
        }
    }

    /** As another thread may do. */
    @Test
    void closingWhileAStructIsClearedIsSaidSo() {
        StructPool<Large> pool =
                StructPool.builder(Large.TYPE).capacity(64).shared().buildUnchecked();
        pool.release(pool.acquire());
        duringClear = pool::close;
        assertThatThrownBy(pool::acquire)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pool of test.Large is closed");
    }

    /** Cleared by its own method, for it says that zero bytes are not its defaults. */
    private static final class Large extends StructView {
        static final StructLayout LAYOUT = MemoryLayout.structLayout(
                        MemoryLayout.sequenceLayout(12, ValueLayout.JAVA_LONG).withName("hash"))
                .withName("test.Large");

        static final StructType<Large> TYPE = StructType.describe("test.Large", LAYOUT, Large::new, Elements::new)
                .fingerprint(8)
                .hasDefaults()
                .build(
                        96,
                        8,
                        StructField.of("hash", 1, "bytes", StructField.Kind.FIXED_BYTES, 0, 96)
                                .withBound(96));

        private Large(MemorySegment segment, long address) {
            super(segment, address);
        }

        @Override
        public StructType<Large> structType() {
            return TYPE;
        }

        @Override
        public Large clear() {
            duringClear.run();
            Access.zero(Access.base(segment), address, TYPE.size());
            return this;
        }

        private static final class Elements extends StructArray<Large> {
            Elements(MemorySegment segment, long address, long length) {
                super(TYPE, segment, address, length);
            }

            @Override
            public Large get(long index) {
                return new Large(segment, locate(index, TYPE.size()));
            }

            @Override
            public Iterator<Large> iterator() {
                return stream().iterator();
            }
        }
    }
}
