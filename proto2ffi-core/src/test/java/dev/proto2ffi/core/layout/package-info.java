/** Tests of the layout rules by number; that compilers agree with them is tested with the emitters. */
@NullMarked
package dev.proto2ffi.core.layout;

import org.jspecify.annotations.NullMarked;
