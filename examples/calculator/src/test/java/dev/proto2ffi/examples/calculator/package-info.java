/** Compares what native calculators and bookkeepers answer with Java's own. */
@NullMarked
package dev.proto2ffi.examples.calculator;

import org.jspecify.annotations.NullMarked;
