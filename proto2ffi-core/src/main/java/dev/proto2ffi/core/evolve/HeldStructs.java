package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.layout.Member;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What became of the structs that a struct held before and holds now. */
final class HeldStructs {
    private HeldStructs() {}

    /** A slot before and after. */
    record Common(Slot old, Slot now) {
        boolean hasSameType(NameMap names) {
            return names.translateMember(old.main().type()).equals(now.main().type());
        }
    }

    /** Those that have another size; empty where there are none. */
    static String resized(List<Common> slots, NameMap names) {
        Set<String> resized = new LinkedHashSet<>();
        for (Common slot : slots) {
            MemberFacts after = slot.now().main();
            if (after.kind() == Member.Kind.DATA
                    && slot.hasSameType(names)
                    && slot.old().main().size() != after.size()) {
                resized.add(MemberType.of(after.type()).base().replaceFirst("^struct ", ""));
            }
        }
        return String.join(" and ", resized);
    }

    /** Whether one was flat and isn't any more. */
    static boolean loseFlatness(List<Common> slots, NameMap names) {
        return slots.stream()
                .anyMatch(slot -> (slot.hasSameType(names)
                                && names.losesFlatness(slot.old().main().type()))
                        || slot.old().inner().stream().anyMatch(member -> names.losesFlatness(member.type())));
    }
}
