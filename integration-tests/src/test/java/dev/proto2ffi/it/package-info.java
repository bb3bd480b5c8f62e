/** Tests of what users are given, by the commands that they type: the zip, Maven, protoc and buf in processes of their own. */
@NullMarked
package dev.proto2ffi.it;

import org.jspecify.annotations.NullMarked;
