/**
 * One add, from Java to native code: through protobuf bytes, made faster step by step as the calculator study has it, and then
 * through structs. In come two lists of numbers, out goes the sum of the sums.
 */
@NullMarked
package dev.proto2ffi.benchmarks.ladder;

import org.jspecify.annotations.NullMarked;
