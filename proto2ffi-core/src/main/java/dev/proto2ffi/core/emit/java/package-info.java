/**
 * Java classes over native memory, written by JavaPoet.
 *
 * <p>In: a {@link dev.proto2ffi.core.layout.SchemaLayout}. Out: one source file for each top-level message and enum,
 * and three for each service: the interface, the client that calls native code, and what the runtime must know. {@link
 * dev.proto2ffi.core.emit.java.NamingPass} settles all names first; then each construct is printed by the class named after
 * it. Must not compute an offset, nor know the runtime but for the names in {@link dev.proto2ffi.core.emit.java.Types}.
 */
@NullMarked
package dev.proto2ffi.core.emit.java;

import org.jspecify.annotations.NullMarked;
