/**
 * A calculator and a bookkeeper as services: native code serves them to Java, and Java serves the calculator to native
 * code. In: numbers, and ledgers that are generated. Out: what it prints, once each result agreed with Java's own. The
 * structs and interfaces come from the generated package {@code calc.ffi}.
 */
@NullMarked
package dev.proto2ffi.examples.calculator;

import org.jspecify.annotations.NullMarked;
