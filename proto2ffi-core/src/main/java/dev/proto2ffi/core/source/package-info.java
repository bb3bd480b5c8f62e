/**
 * Text and places in it: source files with a line index, spans, and the search for imports.
 *
 * <p>In: paths and bytes from disk, jars or memory. Out: {@link dev.proto2ffi.core.source.SourceFile} and
 * {@link dev.proto2ffi.core.source.Span}. Must not know protobuf.
 */
@NullMarked
package dev.proto2ffi.core.source;

import org.jspecify.annotations.NullMarked;
