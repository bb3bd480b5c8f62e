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
record EnumNames(ClassName type, String unrecognized, String number, Map<String, String> constants) {
    /** The names of an enum whose constants are settled; those that the generator adds are claimed behind them. */
    static EnumNames of(ClassName type, Map<String, String> constants, Claims claims) {
        return new EnumNames(type, claims.claim("UNRECOGNIZED"), claims.claim("number"), Map.copyOf(constants));
    }
}
