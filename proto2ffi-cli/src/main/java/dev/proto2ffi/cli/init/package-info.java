/**
 * New projects. A directory, a name and a native language come in, a project that Maven builds and runs goes out. It must
 * not know the command line.
 */
@NullMarked
package dev.proto2ffi.cli.init;

import org.jspecify.annotations.NullMarked;
