/** Compares the native arithmetic with Java's. */
@NullMarked
package dev.proto2ffi.examples.calculator;

import org.jspecify.annotations.NullMarked;
