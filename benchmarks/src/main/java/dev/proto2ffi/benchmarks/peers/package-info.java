/**
 * The same work by us and by others. In: the schema of the social media example, as each peer writes it. Out: a row for
 * each contender, operation and struct. How a peer stores what it is given is its own business, and known only to its work.
 */
@NullMarked
package dev.proto2ffi.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
