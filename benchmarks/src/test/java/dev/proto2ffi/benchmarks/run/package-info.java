@NullMarked
package dev.proto2ffi.benchmarks.run;

import org.jspecify.annotations.NullMarked;
