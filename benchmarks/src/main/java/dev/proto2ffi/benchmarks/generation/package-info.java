/** The compiler itself: code from 1 to 2,000 files. In: schemas from a seed. Out: rows. Knows core's compile package and the command line, and nothing behind them. */
@NullMarked
package dev.proto2ffi.benchmarks.generation;

import org.jspecify.annotations.NullMarked;
