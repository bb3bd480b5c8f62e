package dev.proto2ffi.runtime;

/**
 * Keeps what threads write all the time out of the cache lines of others: 128 bytes, because the hardware fetches lines in
 * pairs. The JVM lays out a superclass's fields before those of its subclasses, so what needs room extends this, and its
 * own subclass has the same padding behind it.
 */
class CacheLinePadding {
    long unusedA, unusedB, unusedC, unusedD, unusedE, unusedF, unusedG, unusedH;
    long unusedI, unusedJ, unusedK, unusedL, unusedM, unusedN, unusedO, unusedP;

    CacheLinePadding() {}
}
