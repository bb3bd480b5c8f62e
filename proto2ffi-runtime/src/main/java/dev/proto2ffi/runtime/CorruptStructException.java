package dev.proto2ffi.runtime;

/**
 * Memory holds something that no correct writer leaves there, such as a count beyond the capacity of its array. Thrown
 * when such a value is read, before anything outside the field is touched. The message names the struct and the field.
 * The usual cause is native code that was built from another version of the schema, or memory that was never
 * initialised.
 */
public final class CorruptStructException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * @param field full name of the field
     * @param reason what was found, and what the field allows
     */
    public CorruptStructException(String field, String reason) {
        super(field + ": " + reason);
    }
}
