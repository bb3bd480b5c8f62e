/**
 * Layouts for people and programs to read: a table, JSON, a page with pictures.
 *
 * <p>In: {@link dev.proto2ffi.core.layout.StructLayout}s and their names in the target languages. Out: text. Must not
 * know how those names come about.
 */
@NullMarked
package dev.proto2ffi.core.emit.report;

import org.jspecify.annotations.NullMarked;
