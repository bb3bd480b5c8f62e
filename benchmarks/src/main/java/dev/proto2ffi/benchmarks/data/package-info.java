/** The data of the benchmarks, from seeds. */
@NullMarked
package dev.proto2ffi.benchmarks.data;

import org.jspecify.annotations.NullMarked;
