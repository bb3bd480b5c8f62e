/** Memory for one struct at a time. */
@NullMarked
package dev.proto2ffi.benchmarks.allocation;

import org.jspecify.annotations.NullMarked;
