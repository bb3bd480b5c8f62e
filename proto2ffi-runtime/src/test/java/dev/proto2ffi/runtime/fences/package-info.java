/** What the runtime may depend on, checked on its compiled classes. */
@NullMarked
package dev.proto2ffi.runtime.fences;

import org.jspecify.annotations.NullMarked;
