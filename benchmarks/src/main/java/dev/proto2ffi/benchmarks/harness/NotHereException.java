package dev.proto2ffi.benchmarks.harness;

/** Thrown by the set-up of a benchmark whose tools or libraries this machine lacks: its rows are left out. */
public final class NotHereException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param reason for the report: what is missing, and how to get it */
    public NotHereException(String reason) {
        super(reason);
    }
}
