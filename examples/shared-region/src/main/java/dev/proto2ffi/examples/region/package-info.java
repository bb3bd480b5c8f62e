/**
 * Orders go from one process to another and back, through a struct in shared memory. In: a schema with an atomic flag, a
 * region. Out: the time of a round trip. Nothing here copies a message or opens a socket.
 */
@NullMarked
package dev.proto2ffi.examples.region;

import org.jspecify.annotations.NullMarked;
