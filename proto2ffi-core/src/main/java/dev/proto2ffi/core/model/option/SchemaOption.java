package dev.proto2ffi.core.model.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code proto2ffi/options.proto}, one row each: whose they are, their word and values, on which fields
 * they may stand, and what the documentation says of them. {@code docs/options.md} is made of these rows, and a test
 * compares them with options.proto.
 */
public enum SchemaOption {
    FILE_JAVA_PACKAGE(
            OptionTarget.FILE,
            "java_package",
            OptionType.TEXT,
            "the file's `java_package`, or else its package, and `.ffi`",
            "Java package of the generated classes.",
            "The text isn't a name of a Java package, or begins with `java`.",
            "option (proto2ffi.file).java_package = \"com.acme.structs\";"),
    FILE_C_PREFIX(
            OptionTarget.FILE,
            "c_prefix",
            OptionType.TEXT,
            "the package, joined by `_`",
            "Takes the place of the package in C names: with `soc`, message `Post` is `soc_Post`.",
            "The text isn't a C identifier.",
            "option (proto2ffi.file).c_prefix = \"soc\";"),
    FILE_RUST_MODULE(
            OptionTarget.FILE,
            "rust_module",
            OptionType.TEXT,
            "the package, one module a part",
            "Path of the Rust module that has the file's types.",
            "The text isn't made of identifiers joined by `::`, or of more than 100.",
            "option (proto2ffi.file).rust_module = \"social::media\";"),
    FILE_PRESENCE(
            OptionTarget.FILE,
            "presence",
            OptionType.PRESENCE,
            "`SCHEMA`",
            "`presence` of the file's fields that don't set their own.",
            "",
            "option (proto2ffi.file).presence = PROTOBUF;"),
    FILE_MAX_SIZE(
            OptionTarget.FILE,
            "max_size",
            OptionType.NUMBER,
            "no bound",
            "`max_size` of the file's strings and bytes that have none of their own, keys and values of maps included.",
            "The bound is 0 or beyond 2147483647.",
            "option (proto2ffi.file).max_size = 64;"),
    FILE_MAX_COUNT(
            OptionTarget.FILE,
            "max_count",
            OptionType.NUMBER,
            "no bound",
            "`max_count` of the file's repeated fields and maps that have none of their own. A field that would make its "
                    + "message hold itself stays unbounded.",
            "The bound is 0 or beyond 2147483647.",
            "option (proto2ffi.file).max_count = 16;"),

    MESSAGE_ALIGN(
            OptionTarget.MESSAGE,
            "align",
            OptionType.NUMBER,
            "the largest alignment of a member",
            "Minimum alignment of the struct in bytes; 64 is a cache line. The size is a multiple of it.",
            "The number is no power of two from 1 to 4096; the message is `packed`.",
            "option (proto2ffi.message).align = 64;"),
    MESSAGE_PACKED(
            OptionTarget.MESSAGE,
            "packed",
            OptionType.FLAG,
            "`false`",
            "No padding, alignment 1.",
            "A field is stored as a pointer, holds a message that isn't packed, or has `align` or `atomic`.",
            "option (proto2ffi.message).packed = true;"),
    MESSAGE_ORDER(
            OptionTarget.MESSAGE,
            "order",
            OptionType.ORDER,
            "`DECLARATION`",
            "Order of the members: as declared, or so that padding is least.",
            "",
            "option (proto2ffi.message).order = SMALLEST;"),
    MESSAGE_POOL_SIZE(
            OptionTarget.MESSAGE,
            "pool_size",
            OptionType.NUMBER,
            "the runtime's",
            "Default capacity of the generated pool, in structs.",
            "The number is 0 or beyond 16777216.",
            "option (proto2ffi.message).pool_size = 50000;"),
    MESSAGE_COLUMNS(
            OptionTarget.MESSAGE,
            "columns",
            OptionType.FLAG,
            "`false`",
            "Also generate a struct-of-arrays form for batches.",
            "It is set: it is not supported yet.",
            "option (proto2ffi.message).columns = true;"),
    MESSAGE_UNKNOWN_FIELDS(
            OptionTarget.MESSAGE,
            "unknown_fields",
            OptionType.UNKNOWN_FIELDS,
            "`DROP`",
            "Whether what the wire format has beyond the schema is kept.",
            "It is `KEEP`: that is not supported yet.",
            "option (proto2ffi.message).unknown_fields = DROP;"),

    FIELD_MAX_SIZE(
            FieldPlace.TEXTS,
            "max_size",
            OptionType.NUMBER,
            "the file's `max_size`; without, a pointer and a length",
            "Bytes of storage inside the struct; of a string, the terminating NUL included.",
            "The bound is 0 or beyond 2147483647; the default value doesn't fit.",
            "string name = 1 [(proto2ffi.field).max_size = 32];"),
    FIELD_FIXED_LENGTH(
            FieldPlace.BYTES,
            "fixed_length",
            OptionType.FLAG,
            "`false`",
            "Exactly `max_size` bytes, no length stored.",
            "There is no `max_size`; the default value has another length.",
            "bytes hash = 1 [(proto2ffi.field) = {max_size: 32, fixed_length: true}];"),
    FIELD_MAX_COUNT(
            FieldPlace.LISTS,
            "max_count",
            OptionType.NUMBER,
            "the file's `max_count`; without, a pointer and a length",
            "Number of elements for which there is room inside the struct.",
            "The bound is 0 or beyond 2147483647; the message would hold itself.",
            "repeated uint32 tags = 1 [(proto2ffi.field).max_count = 16];"),
    FIELD_FIXED_COUNT(
            FieldPlace.REPEATED,
            "fixed_count",
            OptionType.FLAG,
            "`false`",
            "Always `max_count` elements, no count stored.",
            "There is no `max_count`.",
            "repeated double matrix = 1 [(proto2ffi.field) = {max_count: 9, fixed_count: true}];"),
    FIELD_KEY(
            FieldPlace.MAPS,
            "key",
            OptionType.SUB_OPTIONS,
            "none",
            "Options of the map's keys: `max_size`, `int_size`, `align`.",
            "An option in it doesn't suit the type of the keys.",
            "map<string, int32> ages = 1 [(proto2ffi.field).key.max_size = 16];"),
    FIELD_VALUE(
            FieldPlace.MAPS,
            "value",
            OptionType.SUB_OPTIONS,
            "none",
            "Options of the map's values: `max_size`, `fixed_length`, `int_size`, `align`, `indirect`.",
            "An option in it doesn't suit the type of the values.",
            "map<int32, string> names = 1 [(proto2ffi.field).value.max_size = 64];"),
    FIELD_INT_SIZE(
            FieldPlace.INTEGERS,
            "int_size",
            OptionType.INT_SIZE,
            "the type's",
            "Width of the storage, of each element of a repeated field too. An enum is then stored as a plain integer.",
            "The default value or a value of the enum doesn't fit.",
            "int32 level = 1 [(proto2ffi.field).int_size = IS_8];"),
    FIELD_ALIGN(
            FieldPlace.ANY,
            "align",
            OptionType.NUMBER,
            "the type's",
            "Minimum alignment, in bytes, of the field's data (not of its count); in a oneof, of the union.",
            "The number is no power of two from 1 to 4096; the message is `packed`.",
            "uint64 counter = 1 [(proto2ffi.field).align = 64];"),
    FIELD_INDIRECT(
            FieldPlace.MESSAGES,
            "indirect",
            OptionType.FLAG,
            "`false`; `true` where the message would hold itself",
            "Stored by pointer, NULL where absent.",
            "The message is `packed`.",
            "Point far = 1 [(proto2ffi.field).indirect = true];"),
    FIELD_PRESENCE(
            FieldPlace.OPTIONALS,
            "presence",
            OptionType.PRESENCE,
            "the file's `presence`",
            "When there is a presence bit: `SCHEMA` where the schema asks for one with a word, `PROTOBUF` wherever protobuf "
                    + "tells absent from default, `NONE` never.",
            "",
            "optional int32 age = 1 [(proto2ffi.field).presence = NONE];"),
    FIELD_ATOMIC(
            FieldPlace.ATOMICS,
            "atomic",
            OptionType.FLAG,
            "`false`",
            "Also generate acquire, release, compare-and-set and get-and-add access.",
            "The storage has 8 or 16 bits; the message is `packed`.",
            "uint64 hits = 1 [(proto2ffi.field).atomic = true];"),

    ENUM_INT_SIZE(
            OptionTarget.ENUM,
            "int_size",
            OptionType.INT_SIZE,
            "`IS_32`",
            "Width of the storage, signed.",
            "It is `IS_64`; a value of the enum doesn't fit.",
            "option (proto2ffi.enum).int_size = IS_8;"),

    METHOD_CRITICAL(
            OptionTarget.METHOD,
            "critical",
            OptionType.FLAG,
            "`false`",
            "The call is short, never blocks and never calls back: Java calls it without a change of the thread's state, and the"
                    + " garbage collector waits for it.",
            "The request or the response is a stream; the response isn't flat.",
            "rpc Add(Sum) returns (Sum) { option (proto2ffi.method).critical = true; }"),
    METHOD_BATCH(
            OptionTarget.METHOD,
            "batch",
            OptionType.FLAG,
            "`false`",
            "Also generate the array form of the call.",
            "The request or the response is a stream.",
            "rpc Add(Sum) returns (Sum) { option (proto2ffi.method).batch = true; }"),
    METHOD_SKIP(
            OptionTarget.METHOD,
            "skip",
            OptionType.FLAG,
            "`false`",
            "Leave the rpc out: no call is generated for it.",
            "",
            "rpc Add(Sum) returns (Sum) { option (proto2ffi.method).skip = true; }");

    private final OptionTarget target;
    private final @Nullable FieldPlace place;
    private final String word;
    private final OptionType type;
    private final String fallback;
    private final String meaning;
    private final String errors;
    private final String example;

    SchemaOption(
            OptionTarget target,
            String word,
            OptionType type,
            String fallback,
            String meaning,
            String errors,
            String example) {
        this(target, null, word, type, fallback, meaning, errors, example);
    }

    SchemaOption(
            FieldPlace place,
            String word,
            OptionType type,
            String fallback,
            String meaning,
            String errors,
            String example) {
        this(OptionTarget.FIELD, place, word, type, fallback, meaning, errors, example);
    }

    SchemaOption(
            OptionTarget target,
            @Nullable FieldPlace place,
            String word,
            OptionType type,
            String fallback,
            String meaning,
            String errors,
            String example) {
        this.target = target;
        this.place = place;
        this.word = word;
        this.type = type;
        this.fallback = fallback;
        this.meaning = meaning;
        this.errors = errors;
        this.example = example;
    }

    public OptionTarget target() {
        return target;
    }

    /** The fields on which it may stand; only options of fields have it. */
    public FieldPlace place() {
        if (place == null) {
            throw new IllegalStateException(this + " is no option of fields");
        }
        return place;
    }

    /** The field's name in the extension's message. */
    public String word() {
        return word;
    }

    public OptionType type() {
        return type;
    }

    /** What holds where it isn't set, as Markdown. */
    public String fallback() {
        return fallback;
    }

    /** What it does, as Markdown. */
    public String meaning() {
        return meaning;
    }

    /** What is an error besides standing on the wrong declaration, as Markdown; empty for nothing. */
    public String errors() {
        return errors;
    }

    /** A line that sets it, to stand where such declarations and options stand. */
    public String example() {
        return example;
    }

    /** Whether this version acts on it; setting another is an error, for ignoring it would change the layout. */
    public boolean supported() {
        return this != MESSAGE_COLUMNS;
    }

    /** Those of a kind of declarations, in the order of options.proto. */
    public static List<SchemaOption> of(OptionTarget target) {
        return Arrays.stream(values()).filter(option -> option.target == target).toList();
    }

    /** The option of this word; null where such declarations have none of it. */
    public static @Nullable SchemaOption of(OptionTarget target, String word) {
        for (SchemaOption option : values()) {
            if (option.target == target && option.word.equals(word)) {
                return option;
            }
        }
        return null;
    }

    /** Those of this word; they take the same values. */
    public static List<SchemaOption> of(String word) {
        List<SchemaOption> found = new ArrayList<>();
        for (SchemaOption option : values()) {
            if (option.word.equals(word)) {
                found.add(option);
            }
        }
        return found;
    }

    /** All words, each once. */
    public static Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        for (SchemaOption option : values()) {
            words.add(option.word);
        }
        return words;
    }
}
