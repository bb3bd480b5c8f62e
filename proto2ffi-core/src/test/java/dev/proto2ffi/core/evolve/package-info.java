@NullMarked
package dev.proto2ffi.core.evolve;

import org.jspecify.annotations.NullMarked;
