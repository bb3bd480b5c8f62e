/**
 * What tests share: schemas built by hand, the tools of other languages, a compiler's view of a layout.
 */
@NullMarked
package dev.proto2ffi.core.testing;

import org.jspecify.annotations.NullMarked;
