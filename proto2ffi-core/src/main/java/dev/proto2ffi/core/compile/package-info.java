/**
 * The compiler as a whole: a request in, files, layouts or descriptors out. All that the command line and the Maven
 * plugin see.
 *
 * <p>Must not know the console.
 */
@NullMarked
package dev.proto2ffi.core.compile;

import org.jspecify.annotations.NullMarked;
