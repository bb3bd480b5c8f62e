/**
 * From syntax trees to descriptors: imports, the symbol table, the meaning of names and options, editions features.
 *
 * <p>In: {@link dev.proto2ffi.core.source.SourceFile}s and the path on which their imports are found. Out: a
 * {@link dev.proto2ffi.core.link.LinkedSchema} whose descriptors equal protoc's to the byte, and spans for everything
 * that was written. Must not know structs.
 */
@NullMarked
package dev.proto2ffi.core.link;

import org.jspecify.annotations.NullMarked;
