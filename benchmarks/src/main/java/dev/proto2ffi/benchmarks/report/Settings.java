package dev.proto2ffi.benchmarks.report;

/**
 * How long each row is measured. A round measures every row once, in a JVM of its own, before the next round begins: the
 * forks of a row lie minutes apart, so that their spread shows what a machine does over that time, too.
 *
 * @param rounds forks of each row
 * @param raw whether rows with raw access are measured, besides those with safe access
 */
public record Settings(
        boolean quick,
        int rounds,
        int warmupIterations,
        int warmupMillis,
        int iterations,
        int iterationMillis,
        boolean raw) {

    /** About 4.5 seconds a row, start of the JVMs included. */
    public static final Settings FULL = new Settings(false, 4, 3, 150, 3, 100, true);

    /** About 1.3 seconds a row, start of the JVM included: some nine minutes. */
    public static final Settings QUICK = new Settings(true, 1, 2, 150, 3, 100, false);

    /** The same with other rounds. */
    public Settings withRounds(int number) {
        return new Settings(quick, number, warmupIterations, warmupMillis, iterations, iterationMillis, raw);
    }

    /** In a line. */
    public String text() {
        return rounds + (rounds == 1 ? " fork" : " forks") + " of " + warmupIterations + " x " + warmupMillis
                + " ms warm-up and " + iterations + " x " + iterationMillis + " ms measurement"
                + (raw ? "" : ", safe access only");
    }
}
