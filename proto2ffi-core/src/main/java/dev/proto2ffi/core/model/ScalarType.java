package dev.proto2ffi.core.model;

/** The scalar types of protobuf that have a fixed size in a struct; each is its own alignment. */
public enum ScalarType {
    DOUBLE("double", 8, Kind.FLOATING),
    FLOAT("float", 4, Kind.FLOATING),
    INT32("int32", 4, Kind.SIGNED),
    INT64("int64", 8, Kind.SIGNED),
    UINT32("uint32", 4, Kind.UNSIGNED),
    UINT64("uint64", 8, Kind.UNSIGNED),
    SINT32("sint32", 4, Kind.SIGNED),
    SINT64("sint64", 8, Kind.SIGNED),
    FIXED32("fixed32", 4, Kind.UNSIGNED),
    FIXED64("fixed64", 8, Kind.UNSIGNED),
    SFIXED32("sfixed32", 4, Kind.SIGNED),
    SFIXED64("sfixed64", 8, Kind.SIGNED),
    BOOL("bool", 1, Kind.BOOL);

    /** What a scalar's bits mean. */
    public enum Kind {
        SIGNED,
        UNSIGNED,
        FLOATING,
        BOOL
    }

    private final String protoName;
    private final int size;
    private final Kind kind;

    ScalarType(String protoName, int size, Kind kind) {
        this.protoName = protoName;
        this.size = size;
        this.kind = kind;
    }

    /** The keyword of the schema language. */
    public String protoName() {
        return protoName;
    }

    /** Bytes in a struct; also the alignment. */
    public int size() {
        return size;
    }

    public Kind kind() {
        return kind;
    }
}
