package dev.proto2ffi.core.model.build;

/** The options of {@code proto2ffi/options.proto}, one row each: whose they are, their word, what they mean. */
enum SchemaOption {
    FILE_JAVA_PACKAGE(Target.FILE, "java_package", true),
    FILE_C_PREFIX(Target.FILE, "c_prefix", true),
    FILE_RUST_MODULE(Target.FILE, "rust_module", true),
    FILE_PRESENCE(Target.FILE, "presence", true),
    FILE_MAX_SIZE(Target.FILE, "max_size", true),
    FILE_MAX_COUNT(Target.FILE, "max_count", true),

    MESSAGE_ALIGN(Target.MESSAGE, "align", true),
    MESSAGE_PACKED(Target.MESSAGE, "packed", true),
    MESSAGE_ORDER(Target.MESSAGE, "order", true),
    MESSAGE_POOL_SIZE(Target.MESSAGE, "pool_size", true),
    MESSAGE_COLUMNS(Target.MESSAGE, "columns", false),
    MESSAGE_UNKNOWN_FIELDS(Target.MESSAGE, "unknown_fields", true),

    FIELD_MAX_SIZE(Target.FIELD, "max_size", true),
    FIELD_FIXED_LENGTH(Target.FIELD, "fixed_length", true),
    FIELD_MAX_COUNT(Target.FIELD, "max_count", true),
    FIELD_FIXED_COUNT(Target.FIELD, "fixed_count", true),
    FIELD_KEY(Target.FIELD, "key", true),
    FIELD_VALUE(Target.FIELD, "value", true),
    FIELD_INT_SIZE(Target.FIELD, "int_size", true),
    FIELD_ALIGN(Target.FIELD, "align", true),
    FIELD_INDIRECT(Target.FIELD, "indirect", true),
    FIELD_PRESENCE(Target.FIELD, "presence", true),
    FIELD_ATOMIC(Target.FIELD, "atomic", true),

    ENUM_INT_SIZE(Target.ENUM, "int_size", true),

    METHOD_CRITICAL(Target.METHOD, "critical", true),
    METHOD_BATCH(Target.METHOD, "batch", true);

    /** The kinds of declarations, each with the extension that carries its options. */
    enum Target {
        FILE("proto2ffi.file"),
        MESSAGE("proto2ffi.message"),
        FIELD("proto2ffi.field"),
        ENUM("proto2ffi.enum"),
        METHOD("proto2ffi.method");

        private final String extension;

        Target(String extension) {
            this.extension = extension;
        }

        /** Full name of the extension. */
        String extension() {
            return extension;
        }
    }

    private final Target target;
    private final String word;
    private final boolean supported;

    SchemaOption(Target target, String word, boolean supported) {
        this.target = target;
        this.word = word;
        this.supported = supported;
    }

    Target target() {
        return target;
    }

    /** The field's name in the extension's message. */
    String word() {
        return word;
    }

    /** Whether this version acts on it; setting another is an error, for ignoring it would change the layout. */
    boolean supported() {
        return supported;
    }
}
