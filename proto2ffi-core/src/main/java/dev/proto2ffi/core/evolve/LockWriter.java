package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireEnum;
import dev.proto2ffi.core.model.wire.WireField;
import dev.proto2ffi.core.model.wire.WireField.Cardinality;
import dev.proto2ffi.core.model.wire.WireMessage;
import dev.proto2ffi.core.model.wire.WireRange;
import dev.proto2ffi.core.model.wire.WireService;
import dev.proto2ffi.core.model.wire.WireType;
import dev.proto2ffi.core.text.JsonObject;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Facts as the text of a lock file: a fact a line, sorted by names and numbers, so that an edit of a schema is a small
 * change of the text. The grammar is in {@code docs/evolution.md}.
 */
public final class LockWriter {
    /** First word of a lock file. */
    static final String MAGIC = "proto2ffi-lock";

    /** Of the format; readers refuse others. */
    static final int VERSION = 1;

    /** Before the message of a stream. */
    static final String STREAM = "stream:";

    private final StringBuilder out = new StringBuilder();

    private LockWriter() {}

    /** Lines ended by {@code \n}. */
    public static String write(SchemaFacts facts) {
        LockWriter writer = new LockWriter();
        writer.out.append(MAGIC).append(' ').append(VERSION).append('\n');
        writer.out.append("# Layouts and wire facts, made by 'proto2ffi lock'. Commit it; don't edit it.\n");
        facts.files().forEach(writer::file);
        return writer.out.toString();
    }

    private void file(FileFacts file) {
        section("file", file.path());
        if (file.imported()) {
            line("imported");
        }
        if (!file.protoPackage().isEmpty()) {
            line("package", file.protoPackage());
        }
        line("java", word(file.javaPackage()));
        if (file.cPrefix() != null) {
            line("c-prefix", word(file.cPrefix()));
        }
        if (file.rustModule() != null) {
            line("rust-module", word(file.rustModule()));
        }
        file.enums().forEach(this::enumeration);
        file.messages().forEach(this::message);
        file.services().forEach(this::service);
    }

    private void enumeration(EnumFacts definition) {
        WireEnum wire = definition.wire();
        section("enum", wire.fullName());
        line("size", number(definition.size()));
        line(wire.closed() ? "closed" : "open");
        wire.values().forEach(value -> line("value", number(value.number()), value.name()));
        reserved(wire.reserved(), wire.reservedNames(), Integer.MAX_VALUE);
    }

    private void message(MessageFacts message) {
        WireMessage wire = message.wire();
        StructFacts struct = message.struct();
        section("message", wire.fullName());
        if (wire.mapEntry()) {
            line("map-entry");
        }
        line("size", number(struct.size()));
        line("align", number(struct.align()));
        line(struct.flat() ? "flat" : "pointers");
        line("fingerprint", fingerprint(struct.fingerprint()));
        wire.fields().stream()
                .sorted(Comparator.comparingInt(WireField::number))
                .forEach(field -> field(field, struct));
        struct.members().forEach(this::member);
        reserved(wire.reserved(), wire.reservedNames(), WireRangeText.MAX_FIELD);
        ranges("extensions", wire.extensions(), WireRangeText.MAX_FIELD);
    }

    private void field(WireField field, StructFacts struct) {
        StringBuilder text = new StringBuilder("field ");
        text.append(field.number()).append(' ').append(field.name()).append(' ').append(type(field.type()));
        if (field.oneof() != null) {
            text.append(" oneof ").append(field.oneof());
        } else if (!isUsual(field)) {
            text.append(' ').append(word(field.cardinality()));
        }
        if (field.packed()) {
            text.append(" packed");
        }
        Integer bit = struct.presenceBits().get(field.number());
        if (bit != null) {
            text.append(" bit ").append(bit);
        }
        if (struct.atomic().contains(field.number())) {
            text.append(" atomic");
        }
        if (field.defaultValue() != null) {
            text.append(" default ").append(JsonObject.quote(field.defaultValue()));
        }
        if (!field.jsonName().equals(WireField.defaultJsonName(field.name()))) {
            text.append(" json ").append(JsonObject.quote(field.jsonName()));
        }
        line(text.toString());
    }

    /** Whether a field has the cardinality that goes without saying: messages always tell whether they are there. */
    private static boolean isUsual(WireField field) {
        return field.cardinality() == usual(field.type());
    }

    static Cardinality usual(WireType type) {
        return switch (type.kind()) {
            case MESSAGE, GROUP -> Cardinality.EXPLICIT;
            case MAP -> Cardinality.REPEATED;
            default -> Cardinality.IMPLICIT;
        };
    }

    static String word(Cardinality cardinality) {
        return switch (cardinality) {
            case IMPLICIT -> "implicit";
            case EXPLICIT -> "optional";
            case REQUIRED -> "required";
            case REPEATED -> "repeated";
        };
    }

    private static String type(WireType type) {
        return type.kind().isNamed()
                ? type.kind().word() + ":" + type.name()
                : type.kind().word();
    }

    private void member(MemberFacts member) {
        line(
                "at",
                number(member.offset()),
                "size",
                number(member.size()),
                "align",
                number(member.align()),
                MemberFacts.word(member.kind()),
                member.path(),
                member.type());
    }

    private void reserved(List<WireRange> ranges, List<String> names, int max) {
        ranges("reserved", ranges, max);
        names.stream().sorted().forEach(name -> line("reserved-name", word(name)));
    }

    private void ranges(String word, List<WireRange> ranges, int max) {
        ranges.stream()
                .sorted(Comparator.comparingInt(WireRange::first))
                .forEach(range -> line(word, WireRangeText.of(range, max)));
    }

    private void service(ServiceFacts service) {
        section("service", service.fullName());
        if (service.fingerprint() != null) {
            line("fingerprint", fingerprint(service.fingerprint()));
        }
        service.rpcs().forEach(this::rpc);
    }

    private void rpc(ServiceFacts.RpcFacts rpc) {
        WireService.Rpc wire = rpc.wire();
        line("rpc " + wire.name() + " "
                + (wire.clientStreaming() ? STREAM : "") + wire.request()
                + " returns "
                + (wire.serverStreaming() ? STREAM : "") + wire.response()
                + (rpc.skipped() ? " skipped" : "")
                + (rpc.critical() ? " critical" : "")
                + (rpc.batch() ? " batch" : ""));
    }

    static String fingerprint(long value) {
        return "0x" + HexFormat.of().toHexDigits(value);
    }

    private void section(String word, String name) {
        out.append('\n').append(word).append(' ').append(word(name)).append('\n');
    }

    private void line(String... words) {
        out.append("  ").append(String.join(" ", words)).append('\n');
    }

    private static String number(int value) {
        return Integer.toString(value);
    }

    /** A text as one word; in quotes where it isn't one. */
    private static String word(String text) {
        boolean plain = !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '"' && c != '#');
        return plain ? text : JsonObject.quote(text);
    }
}
