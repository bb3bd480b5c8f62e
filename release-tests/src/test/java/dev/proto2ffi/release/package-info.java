/**
 * Whether what the build made can be released. In: the jars, POMs and bills of materials of all published modules. Must not
 * know what the code in them does.
 */
@NullMarked
package dev.proto2ffi.release;

import org.jspecify.annotations.NullMarked;
