/** Tests from schema text to layouts: which options hold where, and what is said of those that don't. */
@NullMarked
package dev.proto2ffi.core.model.build;

import org.jspecify.annotations.NullMarked;
