/** What the languages agree on: generated code of all targets, compiled and compared with the layout. */
@NullMarked
package dev.proto2ffi.core.emit;

import org.jspecify.annotations.NullMarked;
