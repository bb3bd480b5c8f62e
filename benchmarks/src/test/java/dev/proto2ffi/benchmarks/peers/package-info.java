/** That all contenders do the same work with the same values, and how many bytes it takes them. */
@NullMarked
package dev.proto2ffi.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
