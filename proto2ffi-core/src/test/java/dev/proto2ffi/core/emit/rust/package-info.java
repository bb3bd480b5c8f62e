/** Tests of the Rust that is generated, most of them by rustc and by running it. */
@NullMarked
package dev.proto2ffi.core.emit.rust;

import org.jspecify.annotations.NullMarked;
