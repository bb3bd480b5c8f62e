/**
 * Accessors in the shape that jextract 22 gives them, written by hand because jextract is no artifact that a build could fetch:
 * static methods over a segment, layouts that check alignment, offsets from static final fields, arrays as slices.
 * Method names are those of the other contenders instead of C's.
 */
@NullMarked
package dev.proto2ffi.benchmarks.peers.jextract;

import org.jspecify.annotations.NullMarked;
