/**
 * The options of {@code proto2ffi/options.proto} as a table: one row each, with all that is known of it.
 *
 * <p>In: what a field is. Out: whether an option may stand on it, and why not. Must not know descriptors.
 */
@NullMarked
package dev.proto2ffi.core.model.option;

import org.jspecify.annotations.NullMarked;
