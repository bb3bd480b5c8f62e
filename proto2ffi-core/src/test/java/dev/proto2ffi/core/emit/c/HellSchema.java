package dev.proto2ffi.core.emit.c;

import static dev.proto2ffi.core.testing.TestSchema.enumeration;
import static dev.proto2ffi.core.testing.TestSchema.file;
import static dev.proto2ffi.core.testing.TestSchema.message;
import static dev.proto2ffi.core.testing.TestTypes.bytes;
import static dev.proto2ffi.core.testing.TestTypes.enumOf;
import static dev.proto2ffi.core.testing.TestTypes.messageOf;
import static dev.proto2ffi.core.testing.TestTypes.repeated;
import static dev.proto2ffi.core.testing.TestTypes.scalar;
import static dev.proto2ffi.core.testing.TestTypes.string;

import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.testing.TestSchema;

/** Names that C, C++ or a standard header has already, names that meet each other, and comments that bite. */
final class HellSchema {
    /** Words that are no member names, or would be replaced by the preprocessor. */
    static final String[] BAD_MEMBERS = {
        "int",
        "class",
        "template",
        "co_await",
        "char8_t",
        "requires",
        "xor",
        "and_eq",
        "restrict",
        "typeof",
        "nullptr",
        "errno",
        "EOF",
        "NULL",
        "bool",
        "true",
        "INT32_MAX",
        "UINT64_C",
        "linux",
        "unix",
        "stdin",
        "SIGINT",
        "M_PI",
        "I",
        "complex",
        "INFINITY",
        "PRIu64",
        "uint32_t",
        "int8_t",
        "size_t",
        "near",
        "interface",
        "st_atime",
        "P2F_ALIGNOF",
        "_Bool",
        "__LINE__",
        "_Static_assert",
        "alignof",
        "static_assert",
        "thread_local"
    };

    /** Names that only look bad. */
    static final String[] GOOD_MEMBERS = {
        "size",
        "data",
        "self",
        "value",
        "index",
        "text",
        "element",
        "fallback",
        "int_",
        "_lower",
        "main",
        "printf",
        "module",
        "std",
        "p2f_has",
        "count",
        "x",
        "x_count",
        "init"
    };

    private HellSchema() {}

    static Schema schema() {
        TestSchema.MessageBuilder members = message("Members");
        for (String name : BAD_MEMBERS) {
            members.field(name, scalar(ScalarType.UINT32));
        }
        for (String name : GOOD_MEMBERS) {
            members.optional(name, scalar(ScalarType.UINT32));
        }
        members.field("y", repeated(scalar(ScalarType.UINT32), 2)).field("y_count", scalar(ScalarType.UINT32));
        return TestSchema.of(
                file("hell/a.proto", "a")
                        .comment(" Ends */ early \\\n and ??/\n goes on.")
                        .add(members)
                        .add(message("b_c").field("d", scalar(ScalarType.INT32)))
                        .add(message("A")
                                .add(message("B_init").field("d", scalar(ScalarType.INT32)))
                                .add(message("B").field("init", scalar(ScalarType.INT32)))
                                .add(message("SIZE"))
                                .add(message("f_t"))
                                .field("f", bytes(3))
                                .optional("g", string(3))
                                .add(message("set_g"))
                                .add(message("get_g")))
                        .add(message("A_B").field("init", scalar(ScalarType.INT32))),
                file("hell/a_b.proto", "a.b")
                        .imports("hell/a.proto")
                        .add(message("c").field("d", messageOf("a.b_c")))
                        .add(enumeration("E").value("a_b_E_X", 0).value("X", 1).value("EOF", 2)),
                file("hell/global.proto", "")
                        .imports("hell/a.proto", "hell/a_b.proto")
                        .add(message("time").field("time", scalar(ScalarType.INT32)))
                        .add(message("FILE").field("FILE", scalar(ScalarType.INT32)))
                        .add(message("self").field("self", scalar(ScalarType.INT32)))
                        .add(message("size").optional("size", scalar(ScalarType.INT32)))
                        .add(message("index").field("index", repeated(scalar(ScalarType.INT32), 2)))
                        .add(message("_Lower").field("_Upper", scalar(ScalarType.INT32)))
                        .add(message("__COUNTER__").field("__FILE__", scalar(ScalarType.INT32)))
                        .add(message("p2f_copy").field("p2f_copy", bytes(1)))
                        .add(message("Bar").field("n", scalar(ScalarType.INT32)))
                        .add(message("Bar_SIZE").field("Bar_SIZE", scalar(ScalarType.INT32)))
                        .add(message("Foo")
                                .field("Bar", messageOf("Bar"))
                                .field("Other", messageOf("Bar"))
                                .field("Foo", scalar(ScalarType.INT32))
                                .field("Kind", enumOf("Kind"))
                                .field("Kind_A", scalar(ScalarType.INT32)))
                        .add(enumeration("Kind")
                                .value("A", 0, " Trailing backslash \\")
                                .value("B", 1, " /* opened */ and // more \\ \n\u202Egnorw\u202C\u0007")),
                file("hell/a-b.proto", "dash").cPrefix("dash_").add(message("M").comment("*/ int x; /*")));
    }
}
