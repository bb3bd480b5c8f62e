/** How benchmarks are run under JMH. In: classes of benchmarks. Out: rows. Knows no benchmark, and not how rows are shown. */
@NullMarked
package dev.proto2ffi.benchmarks.run;

import org.jspecify.annotations.NullMarked;
