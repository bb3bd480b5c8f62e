/** Table 2: a struct on the stack against one on the heap. In: nothing but numbers. Out: rows. Knows allocators and no pools. */
@NullMarked
package dev.proto2ffi.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
