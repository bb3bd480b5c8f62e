package dev.proto2ffi.benchmarks.peers;

import org.openjdk.jmh.infra.Blackhole;

/**
 * What a contender does with one kind of struct; with the same {@link Values} as all others. Each method that is measured
 * does {@value #OPERATIONS} operations, and answers a number that depends on them. For one thread.
 */
interface Work extends AutoCloseable {
    /** Operations of an invocation, and structs of a pass. */
    int OPERATIONS = 1_000;

    /** How many different structs are written, read and updated in turn. */
    int HANDFUL = 100;

    /** How often all of the handful are. */
    int PASSES = OPERATIONS / HANDFUL;

    /**
     * Writes all fields of a struct, into the same memory each time. After each it is ready for native code: who
     * serialises has built the message and encoded it.
     */
    long write() throws Throwable;

    /** Reads all fields, each text as a String. Answers the sum of the numbers and of the texts' lengths. */
    long read(Blackhole sink) throws Throwable;

    /** Adds one to two numbers of a struct, in place where that is possible. Answers the sum of the first one's values. */
    long update() throws Throwable;

    /**
     * Passes over all structs, reads two numbers of each and writes their sum to a third, unless {@link #scanWrites}
     * says otherwise. Answers the sum of the sums.
     */
    long scan() throws Throwable;

    default boolean scanWrites() {
        return true;
    }

    /** What a struct holds: a record as {@link Values} has it. */
    Record value(int index);

    /** What {@link #write} wrote last. */
    Record written();

    /** Bytes that a struct takes in memory that native code can be given; 0 where there is none. */
    default int bytes(int index) {
        return 0;
    }

    @Override
    default void close() {}
}
