/**
 * The command line over the compiler. Arguments come in, an exit code and text on the two streams go out. It gathers a
 * request and shows a result; it must not know how a schema is parsed, laid out or printed.
 */
@NullMarked
package dev.proto2ffi.cli;

import org.jspecify.annotations.NullMarked;
