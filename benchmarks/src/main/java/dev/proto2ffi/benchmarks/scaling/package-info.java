/** How the cost of an item grows with the number of items, their size, and threads. In: structs. Out: rows for plots. Knows the work of other tables, not their rows. */
@NullMarked
package dev.proto2ffi.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
