/** Functions of services. */
@NullMarked
package dev.proto2ffi.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
