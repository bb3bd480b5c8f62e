/** Tests of the Maven goals, called as Maven calls them. */
@NullMarked
package dev.proto2ffi.maven;

import org.jspecify.annotations.NullMarked;
