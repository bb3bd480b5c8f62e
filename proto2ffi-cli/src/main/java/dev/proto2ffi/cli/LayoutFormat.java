package dev.proto2ffi.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How layouts are shown. */
enum LayoutFormat {
    TABLE,
    JSON,
    HTML;

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Says what there is. */
    static final class Converter implements ITypeConverter<LayoutFormat> {
        @Override
        public LayoutFormat convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "table" -> TABLE;
                case "json" -> JSON;
                case "html" -> HTML;
                default -> throw new TypeConversionException("expected table, json or html but was '" + value + "'");
            };
        }
    }
}
