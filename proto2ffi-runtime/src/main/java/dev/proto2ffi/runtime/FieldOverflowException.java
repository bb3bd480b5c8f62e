package dev.proto2ffi.runtime;

/**
 * A value doesn't fit in the field it was written to: a string longer than its bound, one element more than the
 * capacity, a number too wide for its storage. Nothing was written. The message names the field, the size and the
 * bound.
 */
public final class FieldOverflowException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param field full name of the field
     * @param reason the size of the value, and the bound of the field
     */
    public FieldOverflowException(String field, String reason) {
        super(field + ": " + reason);
    }
}
