/** Tests of the table of options, and the documentation that is made of it. */
@NullMarked
package dev.proto2ffi.core.model.option;

import org.jspecify.annotations.NullMarked;
