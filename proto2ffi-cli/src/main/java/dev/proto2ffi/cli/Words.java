package dev.proto2ffi.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a word for one of the constants of an enum, whatever its case; picocli would show their Java names in its errors. */
final class Words<E extends Enum<E>> implements ITypeConverter<E> {
    private final List<E> constants;

    /** @param type whose {@code toString} gives the word that users write */
    Words(Class<E> type) {
        this.constants = Arrays.asList(type.getEnumConstants());
    }

    @Override
    public E convert(String value) {
        return constants.stream()
                .filter(constant -> constant.toString().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected " + listed() + " but was '" + value + "'"));
    }

    private String listed() {
        int last = constants.size() - 1;
        String first = String.join(
                ", ", constants.subList(0, last).stream().map(Object::toString).toList());
        return first + " or " + constants.get(last);
    }
}
