/** What benchmarks say of themselves, and what their threads need. Knows no benchmark. */
@NullMarked
package dev.proto2ffi.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
