package dev.proto2ffi.core.model.option;

import dev.proto2ffi.core.model.option.FieldKind.Shape;
import dev.proto2ffi.core.model.option.FieldKind.Value;

/** On which fields an option may stand. */
public enum FieldPlace {
    ANY("all fields"),
    TEXTS("strings and bytes"),
    BYTES("bytes"),
    LISTS("repeated and map fields"),
    REPEATED("repeated fields"),
    MAPS("maps"),
    INTEGERS("integers and enums"),
    MESSAGES("singular messages"),
    OPTIONALS("singular fields outside oneofs that are not required"),
    ATOMICS("singular integers and enums outside oneofs");

    private static final String REMOVE = "remove the option, or change the field";

    private final String noun;

    FieldPlace(String noun) {
        this.noun = noun;
    }

    /** The fields in words: {@code strings and bytes}. */
    public String noun() {
        return noun;
    }

    /** Whether the option may stand on such a field. */
    public boolean allows(FieldKind field) {
        boolean whole = field.shape() != Shape.MAP;
        return switch (this) {
            case ANY -> true;
            case TEXTS -> whole && (field.value() == Value.STRING || field.value() == Value.BYTES);
            case BYTES -> whole && field.value() == Value.BYTES;
            case LISTS -> field.shape() == Shape.REPEATED || field.shape() == Shape.MAP;
            case REPEATED -> field.shape() == Shape.REPEATED;
            case MAPS -> field.shape() == Shape.MAP;
            case INTEGERS -> whole && field.isInteger();
            case MESSAGES -> field.isSingle() && field.value() == Value.MESSAGE;
            case OPTIONALS -> field.shape() == Shape.SINGULAR && field.oneof().isEmpty() && !field.required();
            case ATOMICS -> field.shape() == Shape.SINGULAR && field.oneof().isEmpty() && field.isInteger();
        };
    }

    /** Why an option can't stand on a field that the place doesn't allow. */
    public String complaint(String word, FieldKind field) {
        if (this == ATOMICS && !field.oneof().isEmpty() && field.isInteger()) {
            return word + " has no meaning in a oneof, whose case and value can't change at once";
        }
        if (this != OPTIONALS) {
            return word + " is for " + noun + "; " + field.describe();
        }
        return switch (field.shape()) {
            case MAP -> word + " has no meaning for a map";
            case REPEATED -> word + " has no meaning for a repeated field";
            case MAP_KEY, MAP_VALUE -> word + " has no meaning within an entry of a map, which has both key and value";
            case SINGULAR ->
                field.required()
                        ? word + " has no meaning for a required field, which is always there"
                        : word + " has no meaning in a oneof";
        };
    }

    /** What to do about it. */
    public String help(String word, FieldKind field) {
        boolean map = field.shape() == Shape.MAP;
        return switch (this) {
            case TEXTS, INTEGERS -> map ? "write key." + word + " or value." + word : REMOVE;
            case BYTES, MESSAGES -> map ? "write value." + word : REMOVE;
            case OPTIONALS -> optionalsHelp(field);
            case ANY, LISTS, REPEATED, MAPS, ATOMICS -> REMOVE;
        };
    }

    private static String optionalsHelp(FieldKind field) {
        if (field.shape() == Shape.MAP || field.shape() == Shape.REPEATED) {
            return "remove it; an empty " + field.name() + " is one with no elements";
        }
        return field.oneof().isEmpty()
                ? "remove it"
                : "remove it; the case of " + field.oneof() + " says which field is set";
    }
}
