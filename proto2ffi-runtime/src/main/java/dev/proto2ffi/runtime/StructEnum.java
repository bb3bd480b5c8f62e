package dev.proto2ffi.runtime;

/**
 * An enum generated from a protobuf enum. Its last constant, {@code UNRECOGNIZED}, stands for every number that the
 * schema doesn't name; read the number itself by the field's {@code …Number()} accessor.
 */
public interface StructEnum {
    /**
     * The number of the value in the schema, which is what memory holds.
     *
     * @throws IllegalStateException for {@code UNRECOGNIZED}, which has none
     */
    int number();

    /** False for {@code UNRECOGNIZED} alone. */
    boolean isRecognized();
}
