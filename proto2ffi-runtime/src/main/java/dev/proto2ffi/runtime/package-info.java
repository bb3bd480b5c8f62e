/**
 * Structs in native memory. In come segments and allocators from {@code java.lang.foreign} and the constants of
 * generated classes; out go views, arrays of structs, loaded libraries, and calls of services in
 * both directions. Nothing here knows protobuf descriptors or
 * the compiler: a struct is described by its {@link dev.proto2ffi.runtime.StructType} alone.
 */
@NullMarked
package dev.proto2ffi.runtime;

import org.jspecify.annotations.NullMarked;
