package dev.proto2ffi.runtime.fences;

import org.assertj.core.api.Assertions;

/** Breaks the fence, so that a test can show that it stands. */
final class UsesALibrary {
    final Class<?> library = Assertions.class;
}
