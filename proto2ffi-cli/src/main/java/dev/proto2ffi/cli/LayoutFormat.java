package dev.proto2ffi.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How layouts are shown. */
enum LayoutFormat {
    TABLE,
    JSON;

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Knows which formats are still to come. */
    static final class Converter implements ITypeConverter<LayoutFormat> {
        @Override
        public LayoutFormat convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "table" -> TABLE;
                case "json" -> JSON;
                case "html" ->
                    throw new TypeConversionException("html is not part of this version; take table or json");
                default -> throw new TypeConversionException("expected table or json but was '" + value + "'");
            };
        }
    }
}
