/** Tests of what the command line and the Maven plugin call. */
@NullMarked
package dev.proto2ffi.core.compile;

import org.jspecify.annotations.NullMarked;
