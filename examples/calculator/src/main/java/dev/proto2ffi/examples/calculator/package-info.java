/**
 * A calculator whose arithmetic is native. In: two numbers. Out: a value, or a status with a reason. The structs come
 * from the generated package {@code calc.ffi}.
 */
@NullMarked
package dev.proto2ffi.examples.calculator;

import org.jspecify.annotations.NullMarked;
