/** Pools and arenas that come and go for minutes, and what becomes of their memory. */
@NullMarked
package dev.proto2ffi.benchmarks.churn;

import org.jspecify.annotations.NullMarked;
