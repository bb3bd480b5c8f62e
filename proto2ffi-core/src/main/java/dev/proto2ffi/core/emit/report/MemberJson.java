package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.StoragePart;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.text.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The members of one struct as the page's script takes them. */
final class MemberJson {
    private final TargetNames names;
    private final StructLayout layout;
    private final Map<String, FieldLayout> fields = new HashMap<>();

    MemberJson(TargetNames names, StructLayout layout) {
        this.names = names;
        this.layout = layout;
        layout.fields().forEach(field -> fields.put(field.field().name(), field));
    }

    /** In the order of their offsets. */
    List<String> all() {
        List<String> members = new ArrayList<>();
        for (Member member : layout.members()) {
            JsonObject object = common(member, member.name());
            switch (member.kind()) {
                case PRESENCE -> object.putAll("bits", bits());
                case UNION -> object.putAll("variants", variants(layout.oneof(member)));
                case DATA -> addField(object, member.requireField());
                case COUNT, CASE, EMPTY -> {}
            }
            members.add(object.toString());
        }
        return members;
    }

    /** What every member has. */
    private JsonObject common(Member member, String path) {
        return new JsonObject()
                .put("path", path)
                .put("kind", member.kind().name().toLowerCase(Locale.ROOT))
                .put("look", Look.of(member).word())
                .put("at", member.offset())
                .put("size", member.size())
                .put("align", member.align())
                .put("c", names.cType(layout.struct(), member))
                .put("cName", names.cMember(layout.struct(), member))
                .put("rust", names.rustType(layout.struct(), member))
                .put("rustName", names.rustMember(layout.struct(), member))
                .put("java", names.javaGetter(layout.struct(), member));
    }

    private List<String> variants(OneofLayout oneof) {
        List<String> variants = new ArrayList<>();
        for (FieldLayout field : oneof.fields()) {
            JsonObject object = common(
                    field.data(), oneof.union().name() + "." + field.data().name());
            addField(object, field.field());
            variants.add(object.toString());
        }
        return variants;
    }

    private void addField(JsonObject object, FieldDef field) {
        object.put("number", field.number()).put("proto", field.protoType());
        FieldLayout placed = fields.get(field.name());
        if (placed != null) {
            addStorage(object, placed);
        }
        String doc = field.comments().text().strip();
        if (!doc.isEmpty()) {
            object.put("doc", doc);
        }
        if (field.deprecated()) {
            object.put("deprecated", true);
        }
        if (field.atomic()) {
            object.put("atomic", true);
        }
    }

    private void addStorage(JsonObject object, FieldLayout placed) {
        FieldType type = placed.field().type();
        int count = elements(type);
        if (count > 0) {
            object.put("stride", placed.stride()).put("count", count);
        }
        String inline = type.inlineStruct();
        String reached = type.reachedStruct();
        if (inline != null) {
            object.put("struct", inline);
        } else if (reached != null) {
            object.put("target", reached);
        }
        List<StoragePart> parts = StoragePart.of(type);
        if (!parts.isEmpty()) {
            object.putAll("parts", parts.stream().map(MemberJson::part).toList());
        }
        if (placed.presenceBit() >= 0) {
            object.put("bit", placed.presenceBit());
        }
    }

    /** The number of elements of an array; 0 of what is none. */
    private static int elements(FieldType type) {
        if (type instanceof FieldType.BoundedRepeated repeated) {
            return repeated.maxCount();
        }
        return type instanceof FieldType.FixedRepeated repeated ? repeated.count() : 0;
    }

    private static String part(StoragePart part) {
        return "[" + JsonObject.quote(part.name()) + ", " + part.offset() + ", " + part.size() + "]";
    }

    /** The fields that have a bit, by their bits, with the method that asks for it in Java. */
    private List<String> bits() {
        List<String> bits = new ArrayList<>();
        for (FieldLayout field : layout.fields()) {
            if (field.presenceBit() >= 0) {
                bits.add("[" + JsonObject.quote(field.data().name()) + ", "
                        + JsonObject.quote(names.javaHas(field.field())) + "]");
            }
        }
        return bits;
    }
}
