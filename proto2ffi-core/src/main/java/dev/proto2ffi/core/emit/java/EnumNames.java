package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import java.util.Map;

/**
 * The settled names of an enum.
 *
 * @param type the Java enum
 * @param unrecognized its constant for unknown numbers
 * @param number the instance variable with the number
 * @param constants by the values' names in the schema
 */
record EnumNames(ClassName type, String unrecognized, String number, Map<String, String> constants) {}
