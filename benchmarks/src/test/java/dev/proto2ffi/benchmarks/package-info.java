/** What can be asserted without a clock: that twins do the same work, and that passes allocate nothing. */
@NullMarked
package dev.proto2ffi.benchmarks;

import org.jspecify.annotations.NullMarked;
