/** Runs the example as its users do. */
@NullMarked
package dev.proto2ffi.examples.social;

import org.jspecify.annotations.NullMarked;
