/**
 * Trades with an order book in Rust at a steady rate. In: a rate and a time. Out: how long the book's answers took. The
 * structs and the interface of the book come from the generated package {@code trading.ffi}; the book itself, in Rust,
 * is the only one who knows how orders match.
 */
@NullMarked
package dev.proto2ffi.examples.trading;

import org.jspecify.annotations.NullMarked;
