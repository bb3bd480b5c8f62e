package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of a struct's members. Those that can stay as they are come first, so that none changes for another's sake. */
final class MemberNames {
    private MemberNames() {}

    /** C name by name in the layout. */
    static Map<String, String> of(StructLayout layout, GlobalNames globals) {
        Map<String, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        List<Member> changed = new ArrayList<>();
        for (Member member : layout.members()) {
            if (isFree(member.name(), globals)) {
                names.put(member.name(), member.name());
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
            names.put(member.name(), name);
        }
        return names;
    }

    private static boolean isFree(String name, GlobalNames globals) {
        // C++ rejects a member whose name means a type elsewhere in the same struct; a macro would replace it.
        return !CReserved.asMember(name)
                && !CReserved.belongsToImplementation(name, false)
                && !globals.isTakenFor(name);
    }
}
