package dev.proto2ffi.benchmarks.ffi;

/**
 * A round trip: get a struct, zeroed; write all of its numbers and strings; have native code read it and write into it; read
 * what it wrote; give the struct back. Every method makes that many trips, from 0, and answers the sum of what was
 * answered and read; the twin is in {@code ffi.rs}. For the thread that made it. Each struct has loops of its own, as a
 * program would write them.
 */
interface RoundTrips extends AutoCloseable {
    /** From a pool, by critical calls. */
    long pool(int trips) throws Throwable;

    /** From a pool, by ordinary calls. */
    long poolOrdinary(int trips) throws Throwable;

    /** From a frame of a scratch arena, by critical calls. */
    long scratch(int trips) throws Throwable;

    /** The address of the native function. */
    long function();

    @Override
    void close();

    /**
     * Those of the struct of that many bytes.
     *
     * @param text for each string, 31 bytes at most
     */
    static RoundTrips of(long bytes, String text) {
        return switch ((int) bytes) {
            case 40 -> new ReactionTrips();
            case 656 -> new ProfileTrips(text);
            case 5_584 -> new PostTrips(text);
            default -> throw new IllegalArgumentException("no struct of " + bytes + " bytes");
        };
    }
}
