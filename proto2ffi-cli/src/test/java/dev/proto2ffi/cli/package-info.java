/** Tests of the command line: what goes in as arguments, what comes out as exit code and text. */
@NullMarked
package dev.proto2ffi.cli;

import org.jspecify.annotations.NullMarked;
