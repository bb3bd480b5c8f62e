/**
 * Table 3: Java's calls into native code, and back, without services. In: functions of {@code ffi.c}. Out: rows. Knows no
 * generated client.
 */
@NullMarked
package dev.proto2ffi.benchmarks.ffi;

import org.jspecify.annotations.NullMarked;
