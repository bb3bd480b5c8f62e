package dev.proto2ffi.core.evolve;

import static dev.proto2ffi.core.diagnostic.Severity.ERROR;
import static dev.proto2ffi.core.diagnostic.Severity.NOTE;
import static dev.proto2ffi.core.diagnostic.Severity.WARNING;
import static dev.proto2ffi.core.evolve.Category.ABI;
import static dev.proto2ffi.core.evolve.Category.SOURCE;
import static dev.proto2ffi.core.evolve.Category.WIRE;

import dev.proto2ffi.core.diagnostic.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All that is said about a change, each with what it breaks and the way out. The names are stable: command lines of users
 * have them. {@code docs/evolution.md} is made of this table and of the cases of its test.
 */
public enum Rule {
    MEMBER_INSERTED(
            ERROR,
            "A member was put between others or over bytes that others had. Programs built from the old schema read the "
                    + "members behind it at their old offsets, and get other bytes.",
            "put new fields last; rebuild all that shares the struct in one step",
            ABI),
    MEMBER_APPENDED(
            ERROR,
            "A member was added behind the others, and the struct grew. Old offsets hold, but old programs allocate, copy and "
                    + "step through arrays with the old size.",
            "rebuild all that shares the struct in one step, or keep the size by taking the room from padding (see 'proto2ffi "
                    + "layout') or from a field reserved for it",
            ABI),
    MEMBER_IN_PADDING(
            NOTE,
            "A member was added in bytes that were padding: all offsets and the size are as before. Old programs neither read "
                    + "nor write it, and may leave anything in its bytes.",
            "treat the member as unset where an old program may have written the struct",
            ABI),
    POINTER_IN_PADDING(
            ERROR,
            "A member that is or holds a pointer was added in bytes that were padding. Old programs may leave anything in its "
                    + "bytes, and new ones follow it. Offsets and size are as before.",
            "rebuild all that shares the struct in one step, or give the field a bound, so that it is stored without a pointer",
            ABI),
    MEMBER_REMOVED(
            ERROR,
            "A member is gone. Old programs still read and write its bytes, which belong to nobody or to others now.",
            "keep the field and mark it deprecated = true, so that its bytes stay; or rebuild all in one step",
            ABI),
    MEMBER_MOVED(
            ERROR,
            "Members stand at other offsets: fields were reordered, or an option such as packed, align or order was changed.",
            "keep the order of the fields in the file and the options; order by number has no effect on memory",
            ABI),
    MEMBER_TYPE_CHANGED(
            ERROR,
            "The bits of a member mean something else: another number type, width or struct.",
            "add a field of the new type and deprecate the old one",
            ABI,
            SOURCE),
    MEMBER_STORAGE_CHANGED(
            ERROR,
            "A member that was stored in the struct is stored behind a pointer, or the other way round: a bound was added or "
                    + "dropped, indirect was set, a field moved into or out of a oneof.",
            "keep max_size, max_count, indirect and the oneof as they were; add a field for another storage",
            ABI,
            SOURCE),
    STRING_BOUND_CHANGED(
            ERROR,
            "max_size of a string changed, and so did the bytes of its member.",
            "choose bounds with room to spare from the start; for more text add a second field",
            ABI),
    BYTES_BOUND_CHANGED(
            ERROR,
            "max_size of a bytes field changed, and so did the bytes of its member.",
            "choose bounds with room to spare from the start; for more data add a second field",
            ABI),
    ARRAY_BOUND_CHANGED(
            ERROR,
            "max_count of a list or map changed, and so did the room for its elements.",
            "choose bounds with room to spare from the start; for more elements add a second field",
            ABI),
    PRESENCE_BIT_ADDED(
            ERROR,
            "A field got a presence bit. Old programs don't set it, so that new ones take their values for absent. Where there "
                    + "was no bit before, all members move. In a word that was there already the fingerprint stays the same: "
                    + "no handshake notices.",
            "keep optional and the option presence as they were; add a new optional field",
            ABI),
    PRESENCE_BIT_REMOVED(
            ERROR,
            "A field lost its presence bit, and code its has and clear. Old programs clear a bit that new ones don't look at.",
            "keep optional and the option presence as they were",
            ABI,
            SOURCE),
    PRESENCE_BIT_MOVED(
            ERROR,
            "The presence bit of a field has another index, since bits are given in declaration order. Old programs set the "
                    + "bit of another field. The fingerprint may stay the same: no handshake notices.",
            "declare new optional fields behind all others that are optional",
            ABI),
    ONEOF_CASE_CHANGED(
            ERROR,
            "A member of a oneof has another number, and this number is the case that is stored. The fingerprint stays the "
                    + "same: no handshake notices.",
            "give the field its old number back",
            ABI),
    ONEOF_STORAGE_CHANGED(
            ERROR,
            "The union of a oneof has another size or alignment.",
            "keep new members of a oneof no larger than its largest, or store them by pointer (indirect, no bound)",
            ABI),
    ONEOF_MEMBER_ADDED(
            NOTE,
            "A oneof got a member that fits into its union. Old programs see a case that they don't know.",
            "let programs treat an unknown case as nothing set",
            ABI),
    STRUCT_SIZE_CHANGED(
            ERROR,
            "The struct has another size, because one that it holds has. Old programs allocate, copy and step through arrays "
                    + "with the old size.",
            "see the findings of the struct that it holds; rebuild all that shares it in one step",
            ABI),
    STRUCT_ALIGNMENT_CHANGED(
            ERROR,
            "The struct has another alignment. Old programs allocate it where new ones may not access it, and what holds it "
                    + "moves.",
            "keep align and packed as they were",
            ABI),
    STRUCT_FLATNESS_LOST(
            ERROR,
            "The struct holds pointers now, by way of one that it holds. It can no longer be copied with memcpy, mapped from a "
                    + "file or shared between processes.",
            "keep the bounds of the strings, bytes, lists and maps that it reaches",
            ABI),
    FINGERPRINT_CHANGED(
            WARNING,
            "The bytes are the same, but the fingerprint has the names of the members, and one of them changed. What checks "
                    + "fingerprints refuses: Java at the load of a library that has services, and whoever opens a shared region.",
            "rebuild both sides, or keep the names; plain calls through the header go on working",
            ABI),
    ENUM_WIDTH_CHANGED(ERROR, "The enum is stored in another number of bytes.", "keep int_size of the enum", ABI),
    ENUM_VALUE_NUMBER_CHANGED(
            ERROR,
            "A constant has another number. Memory and messages hold numbers: old and new programs take them for different "
                    + "constants. No fingerprint has them: no handshake notices.",
            "give the constant its old number back; add a new constant",
            ABI,
            WIRE,
            SOURCE),
    RPC_ADDED(
            ERROR,
            "A service got an rpc. Java that knows it refuses libraries that were built without it, and the other way round, "
                    + "since the fingerprint of the service has all its rpcs. Who implements the service has to implement it.",
            "build and ship both sides together, or put new rpcs into a new service",
            ABI,
            SOURCE),
    RPC_REMOVED(
            ERROR,
            "An rpc is gone or left out (skip). Callers have nothing to call; libraries of the other schema are refused.",
            "keep it, deprecated, and let it return an error; or start a new service",
            ABI,
            WIRE,
            SOURCE),
    RPC_REORDERED(
            ERROR,
            "The rpcs of a service stand in another order. A table of functions has them in this order.",
            "keep the order; put new rpcs last, or into a new service",
            ABI),
    RPC_RENAMED(
            ERROR,
            "An rpc has another name. The function that a library exports, the method in Java and Rust and the path in gRPC "
                    + "have it.",
            "keep the name; add an rpc and deprecate the old one",
            ABI,
            WIRE,
            SOURCE),
    RPC_REQUEST_CHANGED(
            ERROR, "An rpc takes another message.", "add an rpc and deprecate the old one", ABI, WIRE, SOURCE),
    RPC_RESPONSE_CHANGED(
            ERROR, "An rpc returns another message.", "add an rpc and deprecate the old one", ABI, WIRE, SOURCE),
    RPC_STREAMING_CHANGED(
            ERROR,
            "An rpc streams its requests or responses, and didn't before, or the other way round.",
            "add an rpc and deprecate the old one",
            ABI,
            WIRE,
            SOURCE),
    RPC_CRITICAL_CHANGED(
            ERROR,
            "critical of an rpc changed. It is part of the service's fingerprint: the other side is refused at load.",
            "build and ship both sides together",
            ABI),
    RPC_BATCH_CHANGED(
            ERROR,
            "The array form of a call came or went. It is a function of its own, and part of the service's fingerprint.",
            "build and ship both sides together; don't drop a batch form that has callers",
            ABI,
            SOURCE),
    SERVICE_REMOVED(
            ERROR,
            "A service is gone or has another name. Nobody finds its functions any more.",
            "keep it, deprecated; a service with another name is a new service",
            ABI,
            WIRE,
            SOURCE),
    SERVICE_FINGERPRINT_CHANGED(
            ERROR,
            "The rpcs are the same, but a struct that they reach isn't. Java built from one schema refuses to load a library "
                    + "built from the other, and names the fields that differ.",
            "build and ship both sides together",
            ABI),
    MESSAGE_REMOVED(
            ERROR,
            "A message is gone, and with it its struct in memory, its name on the wire (Any) and its class.",
            "keep it, deprecated",
            SOURCE,
            ABI,
            WIRE),
    MESSAGE_RENAMED(
            ERROR,
            "A message has another name. Classes, C types and modules have it, and so have fingerprints and Any.",
            "keep the name",
            SOURCE,
            ABI,
            WIRE),
    ENUM_REMOVED(ERROR, "An enum is gone.", "keep it, deprecated", SOURCE, WIRE),
    ENUM_RENAMED(
            ERROR,
            "An enum has another name. Classes, C types and modules have it, and so have fingerprints.",
            "keep the name",
            SOURCE,
            ABI),
    PACKAGE_CHANGED(
            ERROR,
            "The file has another package: all of its full names are others, in fingerprints, in C names, in exported "
                    + "functions, in Any and in gRPC.",
            "keep the package; give a new version of an API a new file and package beside the old one",
            SOURCE,
            ABI,
            WIRE),
    DECLARATION_MOVED(
            WARNING,
            "A message, enum or service stands in another file. Bytes and names are the same, but C includes another header, "
                    + "and other .proto files import another file.",
            "keep it where it is, or let the old file import the new one publicly",
            SOURCE),
    JAVA_PACKAGE_CHANGED(
            ERROR,
            "Generated Java classes are in another package.",
            "set (proto2ffi.file).java_package to the old one",
            SOURCE),
    C_PREFIX_CHANGED(
            ERROR,
            "C types have another prefix, and so have the functions that libraries of services export.",
            "set (proto2ffi.file).c_prefix to the old one",
            SOURCE,
            ABI),
    RUST_MODULE_CHANGED(
            ERROR,
            "Generated Rust types are in another module.",
            "set (proto2ffi.file).rust_module to the old one",
            SOURCE),
    FIELD_REMOVED(
            ERROR,
            "A field is gone, and with it its accessors.",
            "keep it and mark it deprecated = true until no code names it",
            SOURCE),
    FIELD_RENAMED(
            ERROR,
            "A field of the same number and type has another name, and so have its accessors and C and Rust members.",
            "keep the name",
            SOURCE),
    ONEOF_RENAMED(
            ERROR,
            "A oneof has another name, and so have its union, its case and its accessors.",
            "keep the name",
            SOURCE),
    ENUM_VALUE_REMOVED(
            ERROR,
            "A constant is gone. What holds its number has no name for it.",
            "keep it and mark it deprecated = true",
            SOURCE),
    ENUM_VALUE_RENAMED(
            ERROR,
            "A constant of the same number has another name, which code and JSON have.",
            "keep the name; with allow_alias a number may have both",
            SOURCE,
            WIRE),
    ATOMIC_CHANGED(
            ERROR,
            "atomic of a field changed: its accessors come or go, and in Rust the member has another type. The bytes are the "
                    + "same.",
            "keep atomic",
            SOURCE),
    FIELD_NUMBER_CHANGED(
            ERROR,
            "A field has another number: what was written under the old one isn't found.",
            "give the field its old number back",
            WIRE),
    FIELD_NUMBER_REUSED(
            ERROR,
            "A number that another field had is given to a new one of another kind: old bytes are taken for what they aren't.",
            "take a number that was never used, and reserve the old one",
            WIRE),
    FIELD_NUMBER_NOT_RESERVED(
            ERROR,
            "A field was removed and its number isn't reserved: somebody will give it to another field.",
            "add 'reserved' with the number to the message",
            WIRE),
    FIELD_NAME_NOT_RESERVED(
            WARNING,
            "A field was removed and its name isn't reserved: somebody will give it to another field, and JSON will mix them up.",
            "add 'reserved' with the name in quotes to the message",
            WIRE),
    FIELD_TYPE_CHANGED(
            ERROR,
            "A field has a type that is encoded differently: old bytes can't be read.",
            "add a field with a new number, and reserve the old one once nobody writes it",
            WIRE),
    FIELD_TYPE_REINTERPRETED(
            WARNING,
            "A field has another type of the same encoding (int32, int64, uint32, uint64, bool and enums; sint32 and sint64; "
                    + "fixed and sfixed of one width; string and bytes; bytes and messages). Old bytes can be read, but large "
                    + "values are cut, negative ones may change, bytes may be no text.",
            "make sure that all values fit both types, or add a field with a new number",
            WIRE),
    FIELD_LABEL_CHANGED(
            ERROR,
            "A field is repeated now, or isn't any more: readers keep one value of many, or take packed numbers for one.",
            "add a repeated field with a new number",
            WIRE),
    FIELD_PRESENCE_CHANGED(
            WARNING,
            "Whether a field is there is told, or isn't any more: zero written by one side is absent for the other.",
            "keep optional as it was",
            WIRE),
    REQUIRED_FIELD_ADDED(
            ERROR,
            "A field is required now: messages without it, such as all old ones, are refused.",
            "make it optional",
            WIRE),
    REQUIRED_FIELD_REMOVED(
            ERROR,
            "A required field isn't required any more, or is gone: old readers refuse messages without it.",
            "keep it until no old reader is left",
            WIRE),
    FIELD_PACKING_CHANGED(
            WARNING,
            "The elements of a repeated field are packed, or aren't any more. protobuf's own parsers read both; others may not.",
            "keep the option packed as it was",
            WIRE),
    FIELD_ONEOF_CHANGED(
            ERROR,
            "A field moved into a oneof, out of it, or into another: setting one clears others that it didn't clear before, and "
                    + "values that were written together are lost.",
            "leave fields where they are; add the new oneof with new fields",
            WIRE,
            SOURCE),
    FIELD_JSON_NAME_CHANGED(WARNING, "A field has another name in JSON.", "set json_name to the old one", WIRE),
    FIELD_DEFAULT_CHANGED(
            ERROR,
            "A field has another default: where it is absent, old and new programs see different values.",
            "keep the default",
            WIRE,
            ABI),
    RESERVED_NUMBER_DROPPED(
            ERROR,
            "Numbers that were reserved aren't any more: somebody will give them to a new field or constant.",
            "reserve them again",
            WIRE),
    RESERVED_NAME_DROPPED(
            WARNING,
            "A name that was reserved isn't any more: somebody will give it to a new field or constant.",
            "reserve it again",
            WIRE),
    EXTENSION_RANGE_DROPPED(
            ERROR,
            "Numbers that were for extensions aren't any more: extensions that other files declare don't compile.",
            "keep the range",
            WIRE,
            SOURCE),
    ENUM_OPENNESS_CHANGED(
            ERROR,
            "The enum was open and is closed, or the other way round: readers keep numbers that they don't know, or put them "
                    + "aside as unknown fields.",
            "keep the syntax, or set features.enum_type",
            WIRE),
    ENUM_DEFAULT_CHANGED(
            ERROR,
            "Another constant is declared first: it is what fields without an explicit default are when they are absent.",
            "keep the first constant first",
            WIRE,
            ABI),
    ENUM_VALUE_NUMBER_NOT_RESERVED(
            ERROR,
            "A constant was removed and its number isn't reserved: somebody will give it to another one.",
            "add 'reserved' with the number to the enum",
            WIRE),
    ENUM_VALUE_NAME_NOT_RESERVED(
            WARNING,
            "A constant was removed and its name isn't reserved: somebody will give it to another number.",
            "add 'reserved' with the name in quotes to the enum",
            WIRE),
    FIELD_ADDED(
            NOTE,
            "A field was added. On the wire old readers skip it, and new ones find it absent in old messages. For its bytes in "
                    + "memory see the findings about members.",
            null,
            WIRE),
    ENUM_VALUE_ADDED(
            NOTE,
            "A constant was added. Old programs see a number without a name; where the enum is closed, protobuf's readers put it "
                    + "aside as an unknown field.",
            "let programs treat numbers that they don't know as the first constant",
            ABI,
            WIRE),
    MESSAGE_ADDED(NOTE, "A message was added. Nothing that is built knows it.", null, SOURCE),
    ENUM_ADDED(NOTE, "An enum was added. Nothing that is built knows it.", null, SOURCE),
    SERVICE_ADDED(NOTE, "A service was added. Java that loads it finds it in new libraries only.", null, ABI);

    private final Severity severity;
    private final String meaning;
    private final @Nullable String advice;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Category> categories;

    Rule(Severity severity, String meaning, @Nullable String advice, Category... categories) {
        this.severity = severity;
        this.meaning = meaning;
        this.advice = advice;
        this.categories = List.of(categories);
    }

    /** The rules whose words match, a {@code *} standing for any characters; empty where there are none. */
    public static List<Rule> matching(String pattern) {
        return Arrays.stream(values())
                .filter(rule -> Wildcard.matches(pattern, rule.word()))
                .toList();
    }

    /** Of command lines and findings, such as {@code member-moved}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How grave its findings are: errors break, warnings may, notes say what is compatible. */
    public Severity severity() {
        return severity;
    }

    /** What the change is, and what it breaks; whole sentences. */
    public String meaning() {
        return meaning;
    }

    /** What to do instead; null where there is nothing to do. */
    public @Nullable String advice() {
        return advice;
    }

    /** What it belongs to, the most important first; at least one. */
    public List<Category> categories() {
        return categories;
    }
}
