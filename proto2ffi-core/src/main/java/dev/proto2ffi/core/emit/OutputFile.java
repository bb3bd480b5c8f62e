package dev.proto2ffi.core.emit;

/**
 * A file that a target produces.
 *
 * @param path relative to the target's output directory, with forward slashes
 * @param text lines ended by {@code \n}; written as UTF-8
 * @param source import name of the .proto that it was made from; empty where several have a part in it, or none
 */
public record OutputFile(String path, String text, String source) {
    /** A file that isn't made from one .proto. */
    public OutputFile(String path, String text) {
        this(path, text, "");
    }
}
