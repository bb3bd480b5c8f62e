/**
 * What a schema means as structs: definitions with all options of {@code proto2ffi/options.proto} resolved.
 *
 * <p>In: linked descriptors (only the builder in {@code model.build} sees those). Out:
 * {@link dev.proto2ffi.core.model.Schema}. Must not know offsets.
 */
@NullMarked
package dev.proto2ffi.core.model;

import org.jspecify.annotations.NullMarked;
