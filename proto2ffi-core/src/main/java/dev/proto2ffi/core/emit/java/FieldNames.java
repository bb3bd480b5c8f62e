package dev.proto2ffi.core.emit.java;

import java.util.Map;

/**
 * The settled names of a field.
 *
 * @param accessor its getters and setters
 * @param offset constant with its offset
 * @param countOffset constant with the offset of its count; empty where it stores none
 * @param handle the constant of its value or pointer among the handles
 * @param sizeHandle the constant of its count or length among them
 * @param helpers its other methods
 */
record FieldNames(
        String accessor,
        String offset,
        String countOffset,
        String handle,
        String sizeHandle,
        Map<Helper, String> helpers) {
    String helper(Helper helper) {
        String name = helpers.get(helper);
        if (name == null) {
            throw new IllegalStateException(accessor + " has no " + helper);
        }
        return name;
    }
}
