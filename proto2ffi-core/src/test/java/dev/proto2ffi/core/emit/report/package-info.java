@NullMarked
package dev.proto2ffi.core.emit.report;

import org.jspecify.annotations.NullMarked;
