package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.OneofDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one struct at their offsets, and which of them serve which field.
 *
 * @param members of the struct, in the order of their offsets
 * @param unions the members of each union, by the union's name
 * @param text the struct's part of canonical texts
 */
record StructMembers(List<Member> members, Map<String, List<Member>> unions, String text) {
    static StructMembers of(StructDef struct, Placement placement, Measure measure) {
        Map<String, List<Member>> unions = new HashMap<>();
        for (Member member : placement.members()) {
            if (member.kind() == Member.Kind.UNION) {
                unions.put(member.name(), Placement.inside(member, struct, measure));
            }
        }
        String text = CanonicalText.of(struct.fullName(), placement, unions);
        return new StructMembers(placement.members(), unions, text);
    }

    /** The fields in declaration order; those without members, of a struct that is too large, are left out. */
    List<FieldLayout> fields(StructDef struct, Measure measure) {
        Map<String, Member> data = new HashMap<>();
        Map<String, Member> counts = new HashMap<>();
        Map<String, Member> cases = new HashMap<>();
        for (Member member : members) {
            switch (member.kind()) {
                case DATA -> data.put(member.requireField().name(), member);
                case COUNT -> counts.put(member.requireField().name(), member);
                case CASE -> cases.put(member.requireOneof().name(), member);
                default -> {}
            }
        }
        unions.values()
                .forEach(union ->
                        union.forEach(member -> data.put(member.requireField().name(), member)));
        List<FieldLayout> fields = new ArrayList<>();
        int bits = 0;
        for (FieldDef field : struct.fields()) {
            Member member = data.get(field.name());
            if (member != null) {
                int bit = field.presence() ? bits++ : -1;
                Member count = counts.get(field.name());
                Member caseMember = field.oneof() == null ? null : cases.get(field.oneof());
                fields.add(new FieldLayout(field, member, count, caseMember, bit, stride(field, member, measure)));
            }
        }
        return fields;
    }

    private static int stride(FieldDef field, Member data, Measure measure) {
        FieldType element = field.type().element();
        return element == null ? data.size() : (int) element.accept(measure).size();
    }

    List<OneofLayout> oneofs(StructDef struct, List<FieldLayout> fields) {
        List<OneofLayout> oneofs = new ArrayList<>();
        for (OneofDef oneof : struct.oneofs()) {
            Member caseMember = find(Member.Kind.CASE, oneof);
            Member union = find(Member.Kind.UNION, oneof);
            if (caseMember != null && union != null) {
                List<FieldLayout> own = fields.stream()
                        .filter(field -> oneof.name().equals(field.field().oneof()))
                        .toList();
                oneofs.add(new OneofLayout(oneof, caseMember, union, own));
            }
        }
        return oneofs;
    }

    private @Nullable Member find(Member.Kind kind, OneofDef oneof) {
        for (Member member : members) {
            if (member.kind() == kind && oneof.equals(member.oneof())) {
                return member;
            }
        }
        return null;
    }
}
