package dev.proto2ffi.benchmarks.ladder;

/** A way to have native code add two numbers. For one thread. */
@FunctionalInterface
interface Adder {
    /** What native code answers: the sum, which overflows as Java's does. */
    long add(long a, long b);
}
