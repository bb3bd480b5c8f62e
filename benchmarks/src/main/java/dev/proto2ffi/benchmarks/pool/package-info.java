/** Structs that are handed out and taken back. */
@NullMarked
package dev.proto2ffi.benchmarks.pool;

import org.jspecify.annotations.NullMarked;
