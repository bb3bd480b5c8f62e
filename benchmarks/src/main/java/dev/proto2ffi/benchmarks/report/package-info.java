/**
 * What becomes of measurements: files, tables, the report. In: rows and what is known of the machine. Out: text. Knows nothing of JMH, nor
 * of any benchmark.
 */
@NullMarked
package dev.proto2ffi.benchmarks.report;

import org.jspecify.annotations.NullMarked;
