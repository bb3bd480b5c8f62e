package dev.proto2ffi.runtime.social;

import dev.proto2ffi.runtime.StructEnum;

/** An enum as the Java emitter prints it. */
public enum PostType implements StructEnum {
    TEXT(0),
    IMAGE(1),
    VIDEO(2),
    LINK(3),
    UNRECOGNIZED(-1);

    private final int number;

    PostType(int number) {
        this.number = number;
    }

    public static PostType forNumber(int number) {
        return switch (number) {
            case 0 -> TEXT;
            case 1 -> IMAGE;
            case 2 -> VIDEO;
            case 3 -> LINK;
            default -> UNRECOGNIZED;
        };
    }

    @Override
    public int number() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("UNRECOGNIZED stands for numbers that social.PostType doesn't name");
        }
        return number;
    }

    @Override
    public boolean isRecognized() {
        return this != UNRECOGNIZED;
    }
}
