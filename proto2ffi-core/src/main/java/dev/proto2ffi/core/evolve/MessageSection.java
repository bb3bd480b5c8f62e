package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.evolve.LockLine.BadLine;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.model.wire.WireField;
import dev.proto2ffi.core.model.wire.WireField.Cardinality;
import dev.proto2ffi.core.model.wire.WireMessage;
import dev.proto2ffi.core.model.wire.WireRange;
import dev.proto2ffi.core.model.wire.WireType;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a lock file says of a message. */
final class MessageSection extends LockSection {
    private final FileSection file;
    private final String name;
    private boolean mapEntry;
    private @Nullable Integer size;
    private @Nullable Integer align;
    private @Nullable Boolean flat;
    private @Nullable Long fingerprint;
    private final List<WireField> fields = new ArrayList<>();
    private final List<MemberFacts> members = new ArrayList<>();
    private final Map<Integer, Integer> bits = new HashMap<>();
    private final Set<Integer> atomic = new HashSet<>();
    private final List<WireRange> reserved = new ArrayList<>();
    private final List<String> reservedNames = new ArrayList<>();
    private final List<WireRange> extensions = new ArrayList<>();

    MessageSection(FileSection file, String name, Span head) {
        super(head);
        this.file = file;
        this.name = name;
    }

    @Override
    boolean take(String word, LockLine line) throws BadLine {
        switch (word) {
            case "map-entry" -> mapEntry = true;
            case "size" -> {
                only(word, line);
                size = line.number("a number of bytes", 1);
            }
            case "align" -> {
                only(word, line);
                align = line.number("a number of bytes", 1);
            }
            case "flat", "pointers" -> {
                only("line 'flat' or 'pointers'", line);
                flat = word.equals("flat");
            }
            case "fingerprint" -> {
                only(word, line);
                fingerprint = line.fingerprint();
            }
            case "field" -> field(line);
            case "at" -> member(line);
            case "reserved" -> reserved.add(range(line, 1, WireRangeText.MAX_FIELD));
            case "reserved-name" -> reservedNames.add(line.word("a name"));
            case "extensions" -> extensions.add(range(line, 1, WireRangeText.MAX_FIELD));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void field(LockLine line) throws BadLine {
        int number = line.number("a field number", 1);
        only("field " + number, line);
        String fieldName = line.word("a name");
        only("field " + fieldName, line);
        WireType type = type(line);
        String oneof = line.skip("oneof") ? line.word("a oneof") : null;
        Cardinality cardinality = oneof == null ? cardinality(line, type) : Cardinality.EXPLICIT;
        boolean packed = line.skip("packed");
        if (line.skip("bit")) {
            bits.put(number, line.number("the index of a bit", 0));
        }
        if (line.skip("atomic")) {
            atomic.add(number);
        }
        String defaultValue = line.skip("default") ? line.word("a default") : null;
        String json = line.skip("json") ? line.word("a name") : WireField.defaultJsonName(fieldName);
        Span span = line.span();
        fields.add(new WireField(
                number, fieldName, type, cardinality, packed, oneof, json, defaultValue, span, span, span));
    }

    private static Cardinality cardinality(LockLine line, WireType type) {
        for (Cardinality cardinality : Cardinality.values()) {
            if (line.skip(LockWriter.word(cardinality))) {
                return cardinality;
            }
        }
        return LockWriter.usual(type);
    }

    private static WireType type(LockLine line) throws BadLine {
        BadLine unknown = line.bad("expected the type of a field, such as uint64 or message:social.Post");
        String text = line.word("a type");
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        for (WireType.Kind kind : WireType.Kind.values()) {
            if (kind.word().equals(word) && kind.isNamed() == (colon > 0)) {
                return new WireType(kind, text.substring(colon < 0 ? text.length() : colon + 1));
            }
        }
        throw unknown;
    }

    private void member(LockLine line) throws BadLine {
        int offset = line.number("an offset", 0);
        line.expect("size");
        int bytes = line.number("a number of bytes", 1);
        line.expect("align");
        int alignment = line.number("a number of bytes", 1);
        Member.Kind kind = kind(line);
        String path = line.word("a member");
        only("member " + path, line);
        String type = line.rest("a type");
        members.add(new MemberFacts(kind, path, type, offset, bytes, alignment, line.span()));
    }

    private static Member.Kind kind(LockLine line) throws BadLine {
        for (Member.Kind kind : Member.Kind.values()) {
            if (line.skip(MemberFacts.word(kind))) {
                return kind;
            }
        }
        throw line.bad("expected the kind of a member, such as data or count");
    }

    @Override
    void finish() throws BadLine {
        StructFacts struct = new StructFacts(
                required(size, "size"),
                required(align, "align"),
                required(flat, "flat' or 'pointers"),
                required(fingerprint, "fingerprint"),
                members,
                bits,
                atomic);
        WireMessage wire = new WireMessage(name, mapEntry, fields, reserved, reservedNames, extensions, head());
        file.messages.add(new MessageFacts(wire, file.path(), struct));
    }
}
