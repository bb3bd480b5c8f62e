/**
 * The Maven goals over the compiler. The project's configuration comes in, sources on its compile roots and messages in
 * the editor's format go out. It gathers a request; it must not know how a schema is parsed, laid out or printed.
 */
@NullMarked
package dev.proto2ffi.maven;

import org.jspecify.annotations.NullMarked;
