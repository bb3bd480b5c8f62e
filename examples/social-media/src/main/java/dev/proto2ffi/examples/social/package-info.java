/**
 * A feed in native memory that C and Rust edit in place. In: the seed and the number of posts. Out: a story on standard
 * output. Offsets, sizes and alignments are the business of the generated package {@code social.ffi}; nothing here
 * knows one.
 */
@NullMarked
package dev.proto2ffi.examples.social;

import org.jspecify.annotations.NullMarked;
