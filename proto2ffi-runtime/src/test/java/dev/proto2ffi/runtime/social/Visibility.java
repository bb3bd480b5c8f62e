package dev.proto2ffi.runtime.social;

import dev.proto2ffi.runtime.StructEnum;

/** An enum as the Java emitter prints it. */
public enum Visibility implements StructEnum {
    PUBLIC(0),
    FRIENDS(1),
    PRIVATE(2),
    UNRECOGNIZED(-1);

    private final int number;

    Visibility(int number) {
        this.number = number;
    }

    public static Visibility forNumber(int number) {
        return switch (number) {
            case 0 -> PUBLIC;
            case 1 -> FRIENDS;
            case 2 -> PRIVATE;
            default -> UNRECOGNIZED;
        };
    }

    @Override
    public int number() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("UNRECOGNIZED stands for numbers that social.Visibility doesn't name");
        }
        return number;
    }

    @Override
    public boolean isRecognized() {
        return this != UNRECOGNIZED;
    }
}
