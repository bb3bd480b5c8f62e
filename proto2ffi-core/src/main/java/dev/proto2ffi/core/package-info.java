/**
 * The compiler. {@code .proto} files come in, descriptors, layouts and source files for Java, C and Rust go out. The work
 * is in the packages below this one; each says what it takes, what it gives and what it must not know.
 */
@NullMarked
package dev.proto2ffi.core;

import org.jspecify.annotations.NullMarked;
