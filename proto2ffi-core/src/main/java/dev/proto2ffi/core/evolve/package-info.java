/**
 * How a schema may change: the facts of a schema that others rely on, their text in a lock file, and what breaks when they
 * change: in memory, on the wire and in source code.
 *
 * <p>In: layouts and wire facts, or the text of a lock file. Out: that text; {@link dev.proto2ffi.core.evolve.Finding}s, as
 * values and as text, JSON and Markdown. Must not know emitters, and neither files nor the console.
 */
@NullMarked
package dev.proto2ffi.core.evolve;

import org.jspecify.annotations.NullMarked;
