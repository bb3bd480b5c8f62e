/**
 * What a schema means on the wire, in JSON and by name: all that other programs of the same protocol rely on, storage left
 * aside.
 *
 * <p>In: linked descriptors (only {@code model.build} sees those). Out: {@link dev.proto2ffi.core.model.wire.WireFile}s.
 * Must not know structs.
 */
@NullMarked
package dev.proto2ffi.core.model.wire;

import org.jspecify.annotations.NullMarked;
