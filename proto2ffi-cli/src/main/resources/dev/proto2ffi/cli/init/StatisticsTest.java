package @package@;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import @package@.ffi.Quality;
import @package@.ffi.Series;
import @package@.ffi.Statistics;
import @package@.ffi.Summary;
import dev.proto2ffi.runtime.FieldOverflowException;
import dev.proto2ffi.runtime.NativeCallException;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Java writes, @language@ reads and writes, Java reads. */
class StatisticsTest {
    private final Statistics statistics = Main.statistics();
    private final Arena arena = Arena.ofConfined();
    private final Series series = Series.allocate(arena);
    private final Summary summary = Summary.allocate(arena);

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void eachLanguageReadsWhatTheOtherOneWrote() {
        series.sensor("Dachstuhl Süd").addValues(-0.5).addValues(2.25).addValues(4.25);
        statistics.summarize(series, summary);
        assertEquals(3, summary.count());
        assertEquals(2.0, summary.mean());
        assertEquals(4.25, summary.highest());
        assertEquals(Quality.GOOD, summary.quality());
        assertEquals("3 values from Dachstuhl Süd", summary.remark());
    }

    @Test
    void fieldsMayBeFull() {
        series.sensor("x".repeat(31));
        for (int i = 0; i < 16; i++) {
            series.addValues(i == 7 ? 1_000 : i);
        }
        statistics.summarize(series, summary);
        assertEquals(16, summary.count());
        assertEquals(1_000, summary.highest());
        assertEquals(Quality.SUSPECT, summary.quality());
        assertEquals("16 values from " + "x".repeat(31), summary.remark());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(FieldOverflowException.class, () -> series.sensor("x".repeat(32)));
    }

    @Test
    void anErrorOfTheLibraryIsAnException() {
        NativeCallException error =
                assertThrows(NativeCallException.class, () -> statistics.summarize(series, summary));
        assertEquals(1, error.code());
        assertEquals("sensors.Statistics.Summarize: a series without values has no mean (code 1)", error.getMessage());
    }
}
