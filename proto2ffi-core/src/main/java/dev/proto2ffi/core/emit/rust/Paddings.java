package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The gaps before members whose alignment was asked for. Rust knows such alignments of whole types only, and what
 * {@code repr(C)} adds by itself isn't enough.
 */
final class Paddings {
    private Paddings() {}

    /**
     * A gap.
     *
     * @param before the member that begins where it ends
     * @param size in bytes
     */
    record Padding(Member before, int size) {}

    /** In the order of their offsets. */
    static List<Padding> of(StructLayout layout) {
        List<Padding> paddings = new ArrayList<>();
        int end = 0;
        for (Member member : layout.members()) {
            if (isAligned(member) && member.offset() > end) {
                paddings.add(new Padding(member, member.offset() - end));
            }
            end = member.end();
        }
        return paddings;
    }

    /** Whether the alignment of a member, outside of unions, was asked for. */
    static boolean isAligned(Member member) {
        return member.kind() == Member.Kind.DATA && member.requireField().align() > 1;
    }
}
