/** Passes over many structs. */
@NullMarked
package dev.proto2ffi.benchmarks.cache;

import org.jspecify.annotations.NullMarked;
