/**
 * Benchmarks of generated code, each beside its native twin: the same work in C and Rust on the same memory, in the
 * same run. In: the schema of the social media example. Out: a table on standard output. Nothing here asserts a time.
 */
@NullMarked
package dev.proto2ffi.benchmarks;

import org.jspecify.annotations.NullMarked;
