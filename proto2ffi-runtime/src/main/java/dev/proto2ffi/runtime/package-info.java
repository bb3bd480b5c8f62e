/**
 * What generated code and its users call: structs as views of native memory, their types, arrays of them, and native
 * libraries. Memory segments come in, typed views go out. It depends on nothing but the JDK, and must not know the
 * compiler nor protobuf.
 */
@NullMarked
package dev.proto2ffi.runtime;

import org.jspecify.annotations.NullMarked;
