package dev.proto2ffi.runtime.social;

import dev.proto2ffi.runtime.StructEnum;

/** An enum as the Java emitter prints it. */
public enum ReactionType implements StructEnum {
    LIKE(0),
    LOVE(1),
    HAHA(2),
    WOW(3),
    SAD(4),
    ANGRY(5),
    UNRECOGNIZED(-1);

    private final int number;

    ReactionType(int number) {
        this.number = number;
    }

    public static ReactionType forNumber(int number) {
        return switch (number) {
            case 0 -> LIKE;
            case 1 -> LOVE;
            case 2 -> HAHA;
            case 3 -> WOW;
            case 4 -> SAD;
            case 5 -> ANGRY;
            default -> UNRECOGNIZED;
        };
    }

    @Override
    public int number() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("UNRECOGNIZED stands for numbers that social.ReactionType doesn't name");
        }
        return number;
    }

    @Override
    public boolean isRecognized() {
        return this != UNRECOGNIZED;
    }
}
