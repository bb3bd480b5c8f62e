package @package@;

import @package@.ffi.Series;
import @package@.ffi.Statistics;
import @package@.ffi.Summary;
import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.foreign.Arena;
import java.util.Locale;

/** Fills a struct in native memory, lets @language@ read it where it is, and reads the answer. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Statistics statistics = statistics();
        try (Arena arena = Arena.ofConfined()) {
            Series series = Series.allocate(arena)
                    .sensor("roof, south side")
                    .addValues(19.5)
                    .addValues(21.0)
                    .addValues(25.5);
            System.out.printf(
                    Locale.ROOT,
                    "Java wrote %d values into %d bytes of native memory%n",
                    series.valuesCount(),
                    Series.SIZE);

            Summary summary = Summary.allocate(arena);
            statistics.summarize(series, summary);
            System.out.printf(
                    Locale.ROOT,
                    "@language@ answered: mean %.1f, highest %.1f, quality %s: %s%n",
                    summary.mean(),
                    summary.highest(),
                    summary.quality(),
                    summary.remark());
        }
    }

    /** The service in the library that the build has put beside the classes. */
    static Statistics statistics() {
        return Statistics.load(NativeLibrary.load("@library@", Main.class.getClassLoader()));
    }
}
