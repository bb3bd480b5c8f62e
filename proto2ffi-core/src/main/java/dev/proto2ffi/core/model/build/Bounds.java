package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a field, from its own options or its file's defaults.
 *
 * @param maxSize bytes of storage of a string or bytes, 0 for no bound
 * @param maxCount elements of a repeated field, 0 for no bound
 * @param span where the bound was written that decides most of the field's size; the field's name without one
 */
record Bounds(int maxSize, boolean fixedLength, int maxCount, boolean fixedCount, Span span) {
    /** The bounds, or null where an error was reported. */
    static @Nullable Bounds of(
            FieldDescriptor field, Options options, Options fileOptions, Span name, Diagnostics diagnostics) {
        return new Reader(field, options, fileOptions, name, diagnostics).read();
    }

    /** Reports the defaults of a file that no field could have. */
    static void checkDefaults(Options fileOptions, Diagnostics diagnostics) {
        for (SchemaOption option : List.of(SchemaOption.FILE_MAX_SIZE, SchemaOption.FILE_MAX_COUNT)) {
            long value = fileOptions.number(option);
            if (fileOptions.isSet(option) && !isPossible(value)) {
                diagnostics.add(impossible(
                        value,
                        option,
                        fileOptions,
                        "leaves no room for anything",
                        "give a bound of 1 or more, or remove the option"));
            }
        }
    }

    private static boolean isPossible(long bound) {
        return bound > 0 && bound <= Integer.MAX_VALUE;
    }

    private static Diagnostic impossible(
            long value, SchemaOption option, Options source, String zeroMeans, String help) {
        return value == 0
                ? Diagnostic.error("bound-of-zero", source.span(option), option.word() + " 0 " + zeroMeans)
                        .withHelp(help)
                : Diagnostic.error(
                                "struct-too-large",
                                source.span(option),
                                option.word() + " " + value
                                        + " is more than the 2147483647 bytes that a struct may have")
                        .withHelp(help);
    }

    private static final class Reader {
        private final FieldDescriptor field;
        private final Options options;
        private final Options fileOptions;
        private final Diagnostics diagnostics;
        private Span span;
        private boolean failed;

        Reader(FieldDescriptor field, Options options, Options fileOptions, Span name, Diagnostics diagnostics) {
            this.field = field;
            this.options = options;
            this.fileOptions = fileOptions;
            this.span = name;
            this.diagnostics = diagnostics;
        }

        @Nullable Bounds read() {
            boolean text = field.getType() == FieldDescriptor.Type.STRING;
            boolean bytes = field.getType() == FieldDescriptor.Type.BYTES;
            int maxSize = 0;
            if (text || bytes) {
                maxSize = bound(
                        SchemaOption.FIELD_MAX_SIZE,
                        SchemaOption.FILE_MAX_SIZE,
                        text ? "leaves no room for the terminating NUL" : "leaves no room for a byte",
                        text
                                ? "give the bytes of storage, NUL included, such as max_size = 64"
                                : "give the bytes of storage, such as max_size = 64");
            } else {
                reject(SchemaOption.FIELD_MAX_SIZE, "max_size is for strings and bytes; " + describe());
            }
            int maxCount = 0;
            if (field.isRepeated()) {
                maxCount = bound(
                        SchemaOption.FIELD_MAX_COUNT,
                        SchemaOption.FILE_MAX_COUNT,
                        "leaves no room for an element",
                        "give the number of elements, such as max_count = 16");
            } else {
                reject(SchemaOption.FIELD_MAX_COUNT, "max_count is for repeated fields; " + describe());
            }
            boolean fixedLength = options.flag(SchemaOption.FIELD_FIXED_LENGTH);
            if (fixedLength && !bytes) {
                reject(SchemaOption.FIELD_FIXED_LENGTH, "fixed_length is for bytes; " + describe());
            } else if (fixedLength && maxSize == 0) {
                reject(SchemaOption.FIELD_FIXED_LENGTH, "fixed_length needs max_size, the number of bytes");
            }
            boolean fixedCount = options.flag(SchemaOption.FIELD_FIXED_COUNT);
            if (fixedCount && !field.isRepeated()) {
                reject(SchemaOption.FIELD_FIXED_COUNT, "fixed_count is for repeated fields; " + describe());
            } else if (fixedCount && maxCount == 0) {
                reject(SchemaOption.FIELD_FIXED_COUNT, "fixed_count needs max_count, the number of elements");
            }
            return failed ? null : new Bounds(maxSize, fixedLength, maxCount, fixedCount, span);
        }

        /** The field's own bound, else the file's default, else 0. */
        private int bound(SchemaOption own, SchemaOption fileDefault, String zeroMeans, String help) {
            if (options.isSet(own)) {
                span = options.span(own);
                return checked(options.number(own), own, options, zeroMeans, help);
            }
            long value = fileOptions.number(fileDefault);
            failed |= fileOptions.isSet(fileDefault) && !isPossible(value);
            return (int) value;
        }

        private int checked(long value, SchemaOption option, Options source, String zeroMeans, String help) {
            if (!isPossible(value)) {
                fail(impossible(value, option, source, zeroMeans, help));
            }
            return (int) value;
        }

        private void reject(SchemaOption option, String message) {
            if (options.isSet(option)) {
                fail(Diagnostic.error("misplaced-option", options.span(option), message)
                        .withHelp("remove the option, or change the field"));
            }
        }

        private void fail(Diagnostic diagnostic) {
            failed = true;
            diagnostics.add(diagnostic);
        }

        private String describe() {
            String type = switch (field.getJavaType()) {
                case MESSAGE -> field.getMessageType().getName();
                case ENUM -> field.getEnumType().getName();
                default -> field.getType().name().toLowerCase(Locale.ROOT);
            };
            return field.getName() + " is " + (field.isRepeated() ? "repeated " : "a singular ") + type;
        }
    }
}
