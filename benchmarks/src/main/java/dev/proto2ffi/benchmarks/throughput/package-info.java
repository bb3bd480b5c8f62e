/** Work on many items in a row: how many a second. In: structs of the feed. Out: rows. Knows no other table. */
@NullMarked
package dev.proto2ffi.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
