package dev.proto2ffi.examples.social;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares values one by one, counts them, and keeps the first differences for people to read. */
final class Verdict {
    private static final int SHOWN = 10;

    private final List<String> differences = new ArrayList<>();
    private long checked;
    private long different;

    /**
     * @param struct that holds the value, such as {@code Post}
     * @param id of the struct
     * @param field its name
     * @param expected by plain Java
     * @param actual as native memory has it
     */
    void value(String struct, long id, String field, long expected, long actual) {
        checked++;
        if (expected != actual) {
            differs(struct, id, field, expected, actual);
        }
    }

    /** Equal to the last bit. */
    void value(String struct, long id, String field, double expected, double actual) {
        checked++;
        if (Double.doubleToRawLongBits(expected) != Double.doubleToRawLongBits(actual)) {
            differs(struct, id, field, expected, actual);
        }
    }

    void value(String struct, long id, String field, Object expected, Object actual) {
        checked++;
        if (!Objects.equals(expected, actual)) {
            differs(struct, id, field, expected, actual);
        }
    }

    private void differs(String struct, long id, String field, Object expected, Object actual) {
        if (different++ < SHOWN) {
            differences.add(struct + " " + id + ", " + field + ": plain Java says " + expected + ", native memory has "
                    + actual);
        }
    }

    /** How many values were compared. */
    long checked() {
        return checked;
    }

    /** How many of them differed. */
    long different() {
        return different;
    }

    /** The first of the differences, a line each. */
    List<String> differences() {
        return List.copyOf(differences);
    }
}
