package dev.proto2ffi.core.emit;

/**
 * A file that a target produces.
 *
 * @param path relative to the target's output directory, with forward slashes
 * @param text lines ended by {@code \n}; written as UTF-8
 */
public record OutputFile(String path, String text) {}
