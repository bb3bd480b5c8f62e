/**
 * Whether everybody sees the same structs. In: the generated classes, headers and modules of the other examples. Out: a
 * failure that names each size, alignment or offset that two languages see differently.
 */
@NullMarked
package dev.proto2ffi.examples.layout;

import org.jspecify.annotations.NullMarked;
