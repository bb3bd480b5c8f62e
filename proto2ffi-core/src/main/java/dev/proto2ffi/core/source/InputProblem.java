package dev.proto2ffi.core.source;

/**
 * Why a file that was asked for can't be compiled.
 *
 * @param message names the file and the reason
 * @param help the way out
 */
public record InputProblem(Kind kind, String message, String help) {
    /** Who is to blame. */
    public enum Kind {
        /** The arguments contradict each other. */
        ARGUMENTS,
        /** The file system doesn't give us the file. */
        FILE_SYSTEM
    }
}
