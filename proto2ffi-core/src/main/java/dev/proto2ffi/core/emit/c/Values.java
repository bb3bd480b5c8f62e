package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.model.StructDef;
import java.util.Locale;

/** The {@link Value} of each type. */
final class Values implements FieldType.Visitor<Value> {
    private final StructDef struct;
    private final FieldDef field;
    private final CNames names;

    /** What the parameters are called; empty for {@code value}, {@code text} or {@code data}, as the type has it. */
    private final String word;

    private Values(StructDef struct, FieldDef field, CNames names, String word) {
        this.struct = struct;
        this.field = field;
        this.names = names;
        this.word = word;
    }

    /** Of a singular field, or of an element of a repeated one. */
    static Value of(StructDef struct, FieldDef field, CNames names) {
        return of(struct, field, names, "");
    }

    /** The same; parameters are called {@code word} and {@code word_size}. */
    static Value of(StructDef struct, FieldDef field, CNames names, String word) {
        FieldType element = field.type().element();
        return (element == null ? field.type() : element).accept(new Values(struct, field, names, word));
    }

    private String word(String usual) {
        return word.isEmpty() ? usual : word;
    }

    private String size() {
        return word.isEmpty() ? "size" : word + "_size";
    }

    @Override
    public Value scalar(FieldType.Scalar type) {
        ScalarType scalar = type.scalar();
        String stored = CTypes.scalar(scalar, type.storageSize());
        boolean narrow = type.storageSize() < scalar.size();
        String passed = narrow ? CTypes.scalar(scalar, scalar.size()) : stored;
        // Memory that others wrote may hold a bool that is neither 0 nor 1, which C must not read as one.
        String read = scalar == ScalarType.BOOL ? "p2f_bool(&$at)" : "$at";
        return number(stored, passed, narrow, DefaultText.zero(scalar), read);
    }

    @Override
    public Value enumValue(FieldType.EnumValue type) {
        boolean narrow = type.storageSize() < type.definition().storageSize();
        String stored = type.isPlainInteger() ? CTypes.integer(type.storageSize()) : names.type(type.definition());
        return number(stored, narrow ? names.type(type.definition()) : stored, narrow, "0", "$at");
    }

    private Value number(String stored, String passed, boolean narrow, String zero, String read) {
        String value = word("value");
        String limit = stored.replace("_t", "").toUpperCase(Locale.ROOT);
        String tooMuch = value + " > " + limit + "_MAX";
        String refusal = stored.startsWith("u") ? tooMuch : value + " < " + limit + "_MIN || " + tooMuch;
        // In packed structs a pointer to a number could be misaligned.
        Value.Read byValue = new Value.Read(stored + " ", read, zero);
        return new Value(
                stored,
                passed + " " + value,
                value,
                false,
                "",
                narrow ? refusal : "",
                narrow ? "that doesn't fit in " + stored : "",
                "$at = " + (narrow ? "(" + stored + ")" : "") + value + ";",
                "$at = " + zero + ";",
                "",
                read + " == " + value,
                byValue,
                struct.packed() ? byValue : new Value.Read("const " + stored + " *", "&$at", "NULL"));
    }

    @Override
    public Value boundedString(FieldType.BoundedString type) {
        String text = word("text");
        Value.Read read = new Value.Read("const char *", "p2f_string($at, sizeof $at)", "NULL");
        return new Value(
                "char",
                "const char *" + text + ", size_t " + size(),
                text + ", " + size(),
                false,
                "",
                "!p2f_string_fits(sizeof $at, " + text + ", " + size() + ")",
                "of more than " + (type.maxSize() - 1) + " bytes or with a NUL among them",
                "p2f_string_store($at, " + text + ", " + size() + ");",
                "$at[0] = '\\0';",
                "p2f_string_size($at, sizeof $at)",
                "p2f_string_is($at, sizeof $at, " + text + ", " + size() + ")",
                read,
                read);
    }

    @Override
    public Value boundedBytes(FieldType.BoundedBytes type) {
        String data = word("data");
        String stored = names.struct(struct.fullName()).types().bytesTypes().getOrDefault(field.name(), "");
        int room = type.maxSize();
        return new Value(
                stored,
                "const void *" + data + ", size_t " + size(),
                data + ", " + size(),
                false,
                "",
                size() + " > " + room,
                "of more than " + room + " bytes",
                "p2f_copy($at.data, " + data + ", " + size() + ");\n$at.size = (uint32_t)" + size() + ";",
                "$at.size = 0;",
                "$at.size < " + room + " ? $at.size : " + room,
                "",
                new Value.Read("const uint8_t *", "$at.data", "NULL"),
                new Value.Read("const " + stored + " *", "&$at", "NULL"));
    }

    @Override
    public Value fixedBytes(FieldType.FixedBytes type) {
        String data = word("data");
        Value.Read read = new Value.Read("const uint8_t *", "$at", "NULL");
        return new Value(
                "uint8_t",
                "const void *" + data + ", size_t " + size(),
                data + ", " + size(),
                false,
                "",
                size() + " != " + type.size(),
                "of other than " + type.size() + " bytes",
                "p2f_copy($at, " + data + ", " + size() + ");",
                "p2f_zero($at, sizeof $at);",
                "",
                "",
                read,
                read);
    }

    @Override
    public Value inlineMessage(FieldType.InlineMessage type) {
        String target = names.struct(type.structName()).type();
        String value = word("value");
        Value.Read read = new Value.Read("const " + target + " *", "&$at", "NULL");
        return new Value(
                target,
                "const " + target + " *" + value,
                value,
                false,
                "",
                "",
                "",
                "$at = *" + value + ";",
                "p2f_zero(&$at, sizeof $at);",
                "",
                "",
                read,
                read);
    }

    @Override
    public Value messagePointer(FieldType.MessagePointer type) {
        String target = names.struct(type.structName()).type();
        String value = word("value");
        Value.Read read = new Value.Read(target + " *", "$at", "NULL");
        return new Value(
                target,
                target + " *" + value,
                value,
                false,
                "",
                "",
                "",
                "$at = " + value + ";",
                "$at = NULL;",
                "",
                "",
                read,
                read);
    }

    @Override
    public Value unboundedString(FieldType.UnboundedString type) {
        return view("p2f_str", "const char *" + word("text"), word("text"));
    }

    @Override
    public Value unboundedBytes(FieldType.UnboundedBytes type) {
        return view("p2f_bytes", "const void *" + word("data"), word("data"));
    }

    private Value view(String type, String param, String name) {
        String copy = name + "_copy";
        String none = type + "_of(NULL, 0)";
        Value.Read read = new Value.Read(type + " ", type + "_of($at.data, $at.size)", none);
        return new Value(
                type,
                param + ", size_t " + size(),
                name + ", " + size(),
                true,
                type + " " + copy + " = {NULL, 0};",
                "!" + type + "_copy(&" + copy + ", allocator, " + name + ", " + size() + ")",
                "that there is no memory for",
                "$at = " + copy + ";",
                "$at = " + none + ";",
                "",
                type + "_is($at, " + name + ", " + size() + ")",
                read,
                read);
    }

    @Override
    public Value mapEntry(FieldType.MapEntry type) {
        throw notAlone();
    }

    @Override
    public Value boundedRepeated(FieldType.BoundedRepeated type) {
        throw notAlone();
    }

    @Override
    public Value fixedRepeated(FieldType.FixedRepeated type) {
        throw notAlone();
    }

    @Override
    public Value unboundedRepeated(FieldType.UnboundedRepeated type) {
        throw notAlone();
    }

    private IllegalStateException notAlone() {
        return new IllegalStateException(field.name() + " is more than one value");
    }
}
