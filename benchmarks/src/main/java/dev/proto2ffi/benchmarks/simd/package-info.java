/** Arithmetic on many items, as structs and as columns. In: items of a feed. Out: rows. Knows no other table. */
@NullMarked
package dev.proto2ffi.benchmarks.simd;

import org.jspecify.annotations.NullMarked;
