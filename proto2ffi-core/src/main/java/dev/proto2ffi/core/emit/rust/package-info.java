/**
 * From layouts to a tree of Rust modules: {@code mod.rs}, one file for each package, and the support module.
 *
 * <p>In: a {@link dev.proto2ffi.core.layout.SchemaLayout}. {@link dev.proto2ffi.core.emit.rust.RustNames} settles all
 * names first; then {@link dev.proto2ffi.core.emit.rust.RustEmitter} prints, module by module, with one class for each
 * kind of field. Out: {@link dev.proto2ffi.core.emit.OutputFile}s. Must not compute an offset, nor know other targets.
 */
@NullMarked
package dev.proto2ffi.core.emit.rust;

import org.jspecify.annotations.NullMarked;
