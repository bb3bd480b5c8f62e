/**
 * The fences between the compiler's packages. Compiled classes come in, broken fences go out; the rules know package
 * names only, so that they hold for code that does not exist yet.
 */
@NullMarked
package dev.proto2ffi.core.fences;

import org.jspecify.annotations.NullMarked;
