package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields that a program uses most, as its author says. */
public final class HotMembers {
    /** None. */
    public static final HotMembers NONE = new HotMembers(Set.of());

    /** Full names, such as {@code social.Post.like_count}. */
    private final Set<String> fields;

    private HotMembers(Set<String> fields) {
        this.fields = Set.copyOf(fields);
    }

    /**
     * @param wanted full names of fields, or the ends of some: {@code social.Post.like_count}, {@code Post.like_count},
     *     {@code like_count}
     * @param unknown takes those that no field has
     */
    public static HotMembers of(List<StructLayout> structs, Collection<String> wanted, Collection<String> unknown) {
        if (wanted.isEmpty()) {
            return NONE;
        }
        Set<String> missing = new LinkedHashSet<>(wanted);
        Set<String> fields = new HashSet<>();
        for (StructLayout struct : structs) {
            for (FieldLayout field : struct.fields()) {
                String name = nameOf(struct, field);
                for (String one : wanted) {
                    if (name.equals(one) || name.endsWith("." + one)) {
                        fields.add(name);
                        missing.remove(one);
                    }
                }
            }
        }
        unknown.addAll(missing);
        return new HotMembers(fields);
    }

    private static String nameOf(StructLayout struct, FieldLayout field) {
        return struct.struct().fullName() + "." + field.field().name();
    }

    /** The hot fields of a struct, in declaration order. */
    List<FieldLayout> fields(StructLayout struct) {
        if (fields.isEmpty()) {
            return List.of();
        }
        return struct.fields().stream()
                .filter(field -> fields.contains(nameOf(struct, field)))
                .toList();
    }

    /** The members that reading the fields touches: their data, and what tells whether and how much of it there is. */
    static Set<Member> touched(StructLayout struct, List<FieldLayout> hot) {
        Set<Member> touched = new LinkedHashSet<>();
        for (FieldLayout field : hot) {
            List<Member> members = new ArrayList<>();
            if (field.presenceBit() >= 0 && struct.presence() != null) {
                members.add(struct.presence());
            }
            if (field.count() != null) {
                members.add(field.count());
            }
            if (field.caseMember() != null) {
                members.add(field.caseMember());
            }
            members.add(field.data());
            touched.addAll(members);
        }
        return touched;
    }
}
