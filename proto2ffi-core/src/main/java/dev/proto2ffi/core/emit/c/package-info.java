/**
 * C headers, C11 and C++17: one for each .proto file, {@code proto2ffi.h}, which they share, and {@code
 * proto2ffi_service.h}, which those with services share.
 *
 * <p>In: a {@link dev.proto2ffi.core.layout.SchemaLayout}. Out: headers as text. Names are settled by
 * {@link dev.proto2ffi.core.emit.c.CNames} before anything is printed. Must not compute an offset.
 */
@NullMarked
package dev.proto2ffi.core.emit.c;

import org.jspecify.annotations.NullMarked;
