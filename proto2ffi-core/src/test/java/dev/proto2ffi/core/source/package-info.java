/** Tests of source files and of the search for them. */
@NullMarked
package dev.proto2ffi.core.source;

import org.jspecify.annotations.NullMarked;
