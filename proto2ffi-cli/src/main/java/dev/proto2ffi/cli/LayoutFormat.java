package dev.proto2ffi.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How layouts are shown. */
enum LayoutFormat {
    TABLE,
    JSON;

    /** Knows which formats are still to come. */
    static final class Converter implements ITypeConverter<LayoutFormat> {
        @Override
        public LayoutFormat convert(String value) {
            return switch (value) {
                case "table" -> TABLE;
                case "json" -> JSON;
                case "html" ->
                    throw new TypeConversionException("html is not part of this version; take table or json");
                default -> throw new TypeConversionException("expected table or json but was '" + value + "'");
            };
        }
    }
}
