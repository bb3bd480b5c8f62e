/**
 * Text as terminals and JSON readers take it: escapes and display widths.
 *
 * <p>In: strings of any origin. Out: strings that are safe to show. Must not know what they mean.
 */
@NullMarked
package dev.proto2ffi.core.text;

import org.jspecify.annotations.NullMarked;
