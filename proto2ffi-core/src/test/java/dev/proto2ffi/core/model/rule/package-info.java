/** Tests of rules as texts: their grammar and their patterns. */
@NullMarked
package dev.proto2ffi.core.model.rule;

import org.jspecify.annotations.NullMarked;
