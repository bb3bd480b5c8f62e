/**
 * Pools of structs as their users see them, under jcstress. In come pools made through the public API; out goes which
 * outcomes two threads can see. Knows nothing of how pools are built; that is tested in {@code dev.proto2ffi.runtime}.
 */
@NullMarked
package dev.proto2ffi.stress;

import org.jspecify.annotations.NullMarked;
