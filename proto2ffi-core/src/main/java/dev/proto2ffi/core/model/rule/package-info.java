/**
 * Rules that set options from outside of the .proto text: lines of side files and arguments of the command line.
 *
 * <p>In: texts. Out: {@link dev.proto2ffi.core.model.rule.Rule}s with patterns and typed values, and diagnostics for what
 * is no rule. Must not know which declarations there are.
 */
@NullMarked
package dev.proto2ffi.core.model.rule;

import org.jspecify.annotations.NullMarked;
