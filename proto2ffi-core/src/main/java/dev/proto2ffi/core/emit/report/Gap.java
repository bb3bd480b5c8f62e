package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.ArrayList;
import java.util.List;

/** Bytes of a struct that no member uses. */
record Gap(int offset, int size) {
    /** In the order of their offsets; the one at the end, if any, last. */
    static List<Gap> of(StructLayout layout) {
        List<Gap> gaps = new ArrayList<>();
        int end = 0;
        for (Member member : layout.members()) {
            if (member.offset() > end) {
                gaps.add(new Gap(end, member.offset() - end));
            }
            end = member.end();
        }
        if (layout.size() > end) {
            gaps.add(new Gap(end, layout.size() - end));
        }
        return gaps;
    }

    static int total(List<Gap> gaps) {
        return gaps.stream().mapToInt(Gap::size).sum();
    }
}
