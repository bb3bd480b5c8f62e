package dev.proto2ffi.core.testing.schema;

import dev.proto2ffi.core.model.ScalarType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defaults that fit the storage of a field. */
final class DefaultText {
    private final Dice dice;

    DefaultText(Dice dice) {
        this.dice = dice;
    }

    /**
     * A default as it is written; null for messages.
     *
     * @param options of the field
     * @param fileMaxSize the file's bound of strings and bytes, null for none
     */
    @Nullable String of(TypeSpec type, Map<String, String> options, @Nullable String fileMaxSize) {
        String bound = options.getOrDefault("max_size", fileMaxSize == null ? "9" : fileMaxSize);
        return switch (type.kind()) {
            case INTEGER -> type.scalar() == null ? null : integer(type.scalar(), options.get("int_size"));
            case FLOATING -> dice.of("0", "-0.0", "1.5", "-1e30", "inf", "-inf", "nan", "0.1", "1e-40");
            case BOOL -> dice.of("true", "false");
            case ENUM -> dice.of(type.requireEnum().values.keySet().stream().toList());
            case STRING -> string(Integer.parseInt(bound) - 1);
            case BYTES -> bytes(Integer.parseInt(bound), options.containsKey("fixed_length"));
            case MESSAGE -> null;
        };
    }

    private String integer(ScalarType scalar, @Nullable String width) {
        int bits = Math.min(
                scalar.size() * Byte.SIZE,
                width == null ? Long.SIZE : Integer.parseInt(width.substring("IS_".length())));
        long any = dice.of(dice.random.nextLong(), 0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
        boolean signed = scalar.kind() == ScalarType.Kind.SIGNED;
        long value = signed ? any >> (Long.SIZE - bits) : any >>> (Long.SIZE - bits);
        return signed ? Long.toString(value) : Long.toUnsignedString(value);
    }

    private String string(int room) {
        String text = dice.of("", "a", "\u00e9", "'\\\"\\\\??/", "\\n\\t", "long enough");
        int bytes = text.replaceAll("\\\\.", "x").replace("\u00e9", "xx").length();
        return "\"" + (bytes <= room ? text : "a".repeat(Math.max(0, Math.min(room, 3)))) + "\"";
    }

    private String bytes(int room, boolean full) {
        StringBuilder text = new StringBuilder("\"");
        int count = full ? room : dice.between(0, Math.min(room, 8));
        for (int i = 0; i < count; i++) {
            text.append(dice.of("\\000", "\\377", "a", "\\\"", "\\\\", "?", "\\x7f"));
        }
        return text.append('"').toString();
    }
}
