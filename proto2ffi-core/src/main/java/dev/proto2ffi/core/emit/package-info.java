/**
 * From layouts to text: what all emitters share; each target language has a package of its own below this one.
 *
 * <p>In: a {@link dev.proto2ffi.core.layout.SchemaLayout}. Out: {@link dev.proto2ffi.core.emit.OutputFile}s. Must not
 * compute an offset.
 */
@NullMarked
package dev.proto2ffi.core.emit;

import org.jspecify.annotations.NullMarked;
