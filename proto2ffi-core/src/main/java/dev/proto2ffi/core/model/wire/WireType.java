package dev.proto2ffi.core.model.wire;

import java.util.Locale;

/**
 * The type of a field or of its elements.
 *
 * @param name full name of the enum or message, of the entry for a map; empty for others
 */
public record WireType(Kind kind, String name) {
    /** Types that are read as each other: the same bytes, another meaning. */
    public enum Kind {
        DOUBLE(Family.DOUBLE),
        FLOAT(Family.FLOAT),
        INT32(Family.VARINT),
        INT64(Family.VARINT),
        UINT32(Family.VARINT),
        UINT64(Family.VARINT),
        SINT32(Family.ZIGZAG),
        SINT64(Family.ZIGZAG),
        FIXED32(Family.FIXED32),
        FIXED64(Family.FIXED64),
        SFIXED32(Family.FIXED32),
        SFIXED64(Family.FIXED64),
        BOOL(Family.VARINT),
        STRING(Family.LENGTH),
        BYTES(Family.LENGTH),
        ENUM(Family.VARINT),
        MESSAGE(Family.LENGTH),
        GROUP(Family.GROUP),
        MAP(Family.LENGTH);

        private final Family family;

        Kind(Family family) {
            this.family = family;
        }

        Family family() {
            return family;
        }

        /** The keyword of the schema language where there is one. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a name says more. */
        public boolean isNamed() {
            return this == ENUM || this == MESSAGE || this == GROUP || this == MAP;
        }
    }

    /** How values are encoded. */
    enum Family {
        VARINT,
        ZIGZAG,
        FIXED32,
        FIXED64,
        FLOAT,
        DOUBLE,
        LENGTH,
        GROUP
    }

    /**
     * Whether bytes that were written as this type are read as another one without an error, although they may come to mean
     * something else. What is stored behind a length is no more than bytes to {@code bytes}, and text is not a message.
     */
    public boolean isReadAs(WireType other) {
        if (kind.family() != other.kind.family()) {
            return false;
        }
        if (kind.family() != Family.LENGTH || kind == other.kind) {
            return true;
        }
        if (kind == Kind.BYTES || other.kind == Kind.BYTES) {
            return true;
        }
        return isEntries() && other.isEntries();
    }

    /** Maps are written as repeated messages. */
    private boolean isEntries() {
        return kind == Kind.MAP || kind == Kind.MESSAGE;
    }

    /** As a schema writes it. */
    @Override
    public String toString() {
        return switch (kind) {
            case ENUM, MESSAGE -> name;
            case GROUP -> "group " + name;
            case MAP -> "map (" + name + ")";
            default -> kind.word();
        };
    }
}
