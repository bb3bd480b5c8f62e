@NullMarked
package dev.proto2ffi.examples.region;

import org.jspecify.annotations.NullMarked;
