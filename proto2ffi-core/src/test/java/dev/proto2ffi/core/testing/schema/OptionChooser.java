package dev.proto2ffi.core.testing.schema;

import java.util.List;
import java.util.Map;

/** Options that may stand on a field, and the bytes that it takes with them. */
final class OptionChooser {
    private static final int MAX_BOUND = 9;

    private final MessageSpec owner;
    private final Dice dice;

    OptionChooser(MessageSpec owner, Dice dice) {
        this.owner = owner;
        this.dice = dice;
    }

    /**
     * Storage options of a type.
     *
     * @param prefix {@code key.} or {@code value.} in maps, empty for others
     * @return an upper bound of the bytes
     */
    long storage(TypeSpec type, String prefix, Map<String, String> options) {
        long size = switch (type.kind()) {
            case INTEGER, ENUM -> width(type, prefix, options);
            case FLOATING, BOOL -> 8;
            case STRING, BYTES -> bound(type, prefix, options);
            case MESSAGE -> type.message() == null ? 0 : type.message().estimate;
        };
        return size + align(prefix, options);
    }

    private long width(TypeSpec type, String prefix, Map<String, String> options) {
        if (dice.percent(30)) {
            List<String> widths = type.enumeration() == null
                    ? List.of("IS_8", "IS_16", "IS_32", "IS_64")
                    : List.of("IS_8", "IS_16", "IS_32", "IS_64").stream()
                            .filter(width -> type.requireEnum().fits(Integer.parseInt(width.substring(3))))
                            .toList();
            options.put(prefix + "int_size", dice.of(widths));
        }
        return 8;
    }

    private long bound(TypeSpec type, String prefix, Map<String, String> options) {
        String byDefault = owner.file.ffi.get("max_size");
        boolean mustHaveOne = owner.packed() && byDefault == null;
        int bound = byDefault == null ? 16 : Integer.parseInt(byDefault);
        boolean isBounded = byDefault != null;
        if (mustHaveOne || dice.percent(55)) {
            bound = dice.between(1, dice.percent(10) ? 200 : 2 * MAX_BOUND);
            options.put(prefix + "max_size", Integer.toString(bound));
            isBounded = true;
        }
        if (isBounded && type.kind() == TypeSpec.Kind.BYTES && dice.percent(35)) {
            options.put(prefix + "fixed_length", "true");
        }
        return Math.max(16, 8 + bound);
    }

    /** The bytes by which it may make a struct grow. */
    long align(String prefix, Map<String, String> options) {
        if (owner.packed() || !dice.percent(10)) {
            return 0;
        }
        int align = dice.percent(2) ? 4096 : 1 << dice.between(0, 6);
        options.put(prefix + "align", Integer.toString(align));
        return 2L * align;
    }

    /**
     * What only singular fields outside of oneofs may have.
     *
     * @param required then it is always there, and has no presence to speak of
     */
    void alone(TypeSpec type, boolean required, Map<String, String> options) {
        if (!required && dice.percent(18)) {
            options.put("presence", dice.of("SCHEMA", "PROTOBUF", "NONE"));
        }
        if (type.hasWidth() && !owner.packed() && dice.percent(15)) {
            String width = options.get("int_size");
            int bits = width == null ? type.bits() : Integer.parseInt(width.substring(3));
            if (bits >= Integer.SIZE) {
                options.put("atomic", "true");
            }
        }
    }

    /** @param isHeld whether many elements may be stored inline */
    long count(long elementSize, boolean isHeld, Map<String, String> options) {
        String byDefault = owner.file.ffi.get("max_count");
        boolean mustHaveOne = owner.packed() && byDefault == null;
        if (isHeld && (mustHaveOne || dice.percent(60))) {
            int count = dice.between(1, MAX_BOUND);
            options.put("max_count", Integer.toString(count));
            if (dice.percent(35)) {
                options.put("fixed_count", "true");
            }
            return 8 + count * elementSize;
        }
        return byDefault == null ? 16 : 8 + Integer.parseInt(byDefault) * elementSize;
    }
}
