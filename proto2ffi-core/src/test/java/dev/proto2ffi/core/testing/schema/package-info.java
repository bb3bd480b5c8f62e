/**
 * Random schemas as .proto text.
 *
 * <p>In: a seed. Out: texts that the front end accepts. Must not know how a struct is laid out: only what may be written.
 */
@NullMarked
package dev.proto2ffi.core.testing.schema;

import org.jspecify.annotations.NullMarked;
