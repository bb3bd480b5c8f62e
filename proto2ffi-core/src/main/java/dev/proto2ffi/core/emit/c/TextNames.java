package dev.proto2ffi.core.emit.c;

/**
 * The names of a text that libraries tell of themselves.
 *
 * @param macro what stands for the text, or for all that describes a struct
 * @param array where the text is if it is too long for a literal
 */
record TextNames(String macro, String array) {}
