/** How benchmarks are run, told apart and shown. In: classes of benchmarks. Out: rows. Knows no benchmark. */
@NullMarked
package dev.proto2ffi.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
