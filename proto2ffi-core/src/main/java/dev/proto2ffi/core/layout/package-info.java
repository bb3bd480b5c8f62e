/**
 * Where every byte of every struct is: sizes, alignments, offsets, fingerprints. The rules are those of
 * {@code docs/layout.md}.
 *
 * <p>In: a {@link dev.proto2ffi.core.model.Schema}. Out: {@link dev.proto2ffi.core.layout.SchemaLayout}. Must not know
 * the text of any target language.
 */
@NullMarked
package dev.proto2ffi.core.layout;

import org.jspecify.annotations.NullMarked;
