package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.BetterOrder;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.ArrayList;
import java.util.List;

/** Bytes of a struct that no member uses. */
record Gap(int offset, int size) {
    /** In the order of their offsets; the one at the end, if any, last. */
    static List<Gap> of(StructLayout layout) {
        return between(layout.members(), layout.size());
    }

    /** Those that would be left. */
    static List<Gap> of(BetterOrder order) {
        return between(order.members(), order.size());
    }

    private static List<Gap> between(List<Member> members, int size) {
        List<Gap> gaps = new ArrayList<>();
        int end = 0;
        for (Member member : members) {
            if (member.offset() > end) {
                gaps.add(new Gap(end, member.offset() - end));
            }
            end = member.end();
        }
        if (size > end) {
            gaps.add(new Gap(end, size - end));
        }
        return gaps;
    }
}
