/** Tests of how diagnostics are shown. */
@NullMarked
package dev.proto2ffi.core.diagnostic;

import org.jspecify.annotations.NullMarked;
