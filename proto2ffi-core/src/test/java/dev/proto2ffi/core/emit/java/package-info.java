/** Tests of the Java emitter, which compile and run what it emits. */
@NullMarked
package dev.proto2ffi.core.emit.java;

import org.jspecify.annotations.NullMarked;
