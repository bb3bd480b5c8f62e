package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
        Map<String, String> names = new HashMap<>();
        settle(layout.members(), globals, names);
        for (OneofLayout oneof : layout.oneofs()) {
            settle(oneof.fields().stream().map(FieldLayout::data).toList(), globals, names);
        }
        return names;
    }

    private static void settle(List<Member> members, GlobalNames globals, Map<String, String> names) {
        Set<String> taken = new HashSet<>();
        List<Member> changed = new ArrayList<>();
        for (Member member : members) {
            if (isFree(member.name(), globals)) {
                names.put(key(member), member.name());
                taken.add(member.name());
            } else {
                changed.add(member);
            }
        }
        for (Member member : changed) {
            boolean foreign = CReserved.belongsToImplementation(member.name(), false);
            String name = foreign ? "p2f" + member.name() : member.name();
            while (!isFree(name, globals) || !taken.add(name)) {
                name += "_";
            }
            names.put(key(member), name);
        }
    }

    private static boolean isFree(String name, GlobalNames globals) {
        // C++ rejects a member whose name means a type elsewhere in the same struct; a macro would replace it.
        return !CReserved.asMember(name)
                && !CReserved.belongsToImplementation(name, false)
                && !globals.isTakenFor(name);
    }
}
