/**
 * From linked descriptors to the model: which files take part, which options hold, how each field is stored.
 *
 * <p>In: a {@link dev.proto2ffi.core.link.LinkedSchema}. Out: a {@link dev.proto2ffi.core.model.Schema}, and diagnostics
 * for options that make no sense where they stand. Must not know offsets.
 */
@NullMarked
package dev.proto2ffi.core.model.build;

import org.jspecify.annotations.NullMarked;
