package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.layout.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The members of a struct that belong together: a field's data and count, a oneof's union and case.
 *
 * @param name of the field or oneof
 * @param main data, union, presence words or the byte of an empty struct
 * @param extra count or case, or null
 * @param inner the members of a union
 */
record Slot(String name, MemberFacts main, @Nullable MemberFacts extra, List<MemberFacts> inner) {
    Slot {
        inner = List.copyOf(inner);
    }

    Member.Kind kind() {
        return main.kind();
    }

    /** Its members in the struct itself. */
    Stream<MemberFacts> members() {
        return extra == null ? Stream.of(main) : Stream.of(extra, main);
    }

    /** The slots of a struct by the names of their main members, in the order of these. */
    static Map<String, Slot> of(StructFacts struct) {
        Map<String, MemberFacts> counts = new LinkedHashMap<>();
        Map<String, MemberFacts> cases = new LinkedHashMap<>();
        Map<String, List<MemberFacts>> inner = new LinkedHashMap<>();
        for (MemberFacts member : struct.members()) {
            // The mapping appends underscores until a name is free.
            if (member.kind() == Member.Kind.COUNT) {
                counts.put(member.path().replaceFirst("_count_*$", ""), member);
            } else if (member.kind() == Member.Kind.CASE) {
                cases.put(member.path().replaceFirst("_case_*$", ""), member);
            } else if (member.isInUnion()) {
                String union = member.path().substring(0, member.path().indexOf('.'));
                inner.computeIfAbsent(union, name -> new ArrayList<>()).add(member);
            }
        }
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (MemberFacts member : struct.members()) {
            String name = member.path();
            switch (member.kind()) {
                case COUNT, CASE -> {}
                case UNION ->
                    slots.put(name, new Slot(name, member, cases.get(name), inner.getOrDefault(name, List.of())));
                default -> {
                    if (!member.isInUnion()) {
                        slots.put(name, new Slot(name, member, counts.get(name), List.of()));
                    }
                }
            }
        }
        return slots;
    }
}
