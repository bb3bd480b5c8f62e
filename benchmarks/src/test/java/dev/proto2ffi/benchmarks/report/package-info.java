@NullMarked
package dev.proto2ffi.benchmarks.report;

import org.jspecify.annotations.NullMarked;
