/** Tests of the linker: its rules one by one, and its agreement with the real protoc. */
@NullMarked
package dev.proto2ffi.core.link;

import org.jspecify.annotations.NullMarked;
