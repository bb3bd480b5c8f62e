package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of a struct's members and of those of its unions. Those that can stay as they are come first, so that none
 * changes for another's sake.
 */
final class MemberNames {
    private MemberNames() {}

    /** What tells the members of a struct and of its unions apart: a union's have its name and a dot before theirs. */
    static String key(Member member) {
        FieldDef field = member.field();
        return field != null && field.oneof() != null ? field.oneof() + "." + member.name() : member.name();
    }

    /** C name by key. */
    static Map<String, String> of(StructLayout layout, GlobalNames globals) {
        Map<String, String> names = new HashMap<>(settle(layout.members(), globals));
        for (OneofLayout oneof : layout.oneofs()) {
            names.putAll(settle(oneof.fields().stream().map(FieldLayout::data).toList(), globals));
        }
        return names;
    }

    private static Map<String, String> settle(List<Member> members, GlobalNames globals) {
        Map<String, String> wanted = new LinkedHashMap<>();
        members.forEach(member -> wanted.put(key(member), member.name()));
        return settle(wanted, List.of(), globals);
    }

    /**
     * The names of the members of one struct or union.
     *
     * @param wanted by key, in the order in which names are given away
     * @param fixed names of other members
     * @return C name by key
     */
    static Map<String, String> settle(Map<String, String> wanted, List<String> fixed, GlobalNames globals) {
        Map<String, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>(fixed);
        Map<String, String> changed = new LinkedHashMap<>();
        wanted.forEach((key, name) -> {
            if (isFree(name, globals) && taken.add(name)) {
                names.put(key, name);
            } else {
                changed.put(key, name);
            }
        });
        changed.forEach((key, old) -> {
            String name = CReserved.belongsToImplementation(old, false) ? "p2f" + old : old;
            while (!isFree(name, globals) || !taken.add(name)) {
                name += "_";
            }
            names.put(key, name);
        });
        return names;
    }

    private static boolean isFree(String name, GlobalNames globals) {
        // C++ rejects a member whose name means a type elsewhere in the same struct; a macro would replace it.
        return !CReserved.asMember(name)
                && !CReserved.belongsToImplementation(name, false)
                && !globals.isTakenFor(name);
    }
}
