/** Compares the order book in Rust with one in plain Java. */
@NullMarked
package dev.proto2ffi.examples.trading;

import org.jspecify.annotations.NullMarked;
