package dev.proto2ffi.core.emit.c;

import java.util.Map;

/**
 * The macros that one service brings into a header: what members of structs must know of, for the preprocessor doesn't
 * tell them apart.
 *
 * @param export defines what a library exports that serves
 * @param accept defines what a library exports that takes a table
 * @param describe defines an object that describes the service
 * @param text the canonical text of the service
 * @param batches by name of the rpc
 */
record ServiceMacros(
        String fingerprint, String export, String accept, String describe, TextNames text, Map<String, Batch> batches) {
    /**
     * @param own what a program defines that has a function of its own
     * @param definition the function as a loop, or nothing
     */
    record Batch(String own, String definition) {}
}
