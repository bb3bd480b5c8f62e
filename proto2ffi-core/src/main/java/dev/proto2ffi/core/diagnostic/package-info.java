/**
 * What the user is told about a schema: errors, warnings and advice as values, and how they are shown.
 *
 * <p>In: facts with their places, from any phase. Out: text or JSON lines. Must not know who reports.
 */
@NullMarked
package dev.proto2ffi.core.diagnostic;

import org.jspecify.annotations.NullMarked;
