/** Headers against their answers, against compilers, and at run time. */
@NullMarked
package dev.proto2ffi.core.emit.c;

import org.jspecify.annotations.NullMarked;
