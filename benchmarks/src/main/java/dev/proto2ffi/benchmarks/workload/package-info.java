/**
 * The calculator's complex workload: a ledger of transactions is built, summed up by native code, and the sums are read. In come
 * plain data, out goes one number of all sums.
 */
@NullMarked
package dev.proto2ffi.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
