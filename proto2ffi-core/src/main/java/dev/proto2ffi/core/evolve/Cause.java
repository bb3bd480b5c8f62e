package dev.proto2ffi.core.evolve;

import java.util.List;

/**
 * What a finding about a struct accounts for besides itself. The size of the struct always is; members whose order changed
 * never are.
 *
 * @param from members at this offset and behind it shift; {@link #NOWHERE} where none does
 * @param align alignment in bytes of what came, went or changed: as far as the struct's alignment follows from it
 */
record Cause(int from, int align) {
    static final int NOWHERE = Integer.MAX_VALUE;

    /** For findings about the struct as a whole. */
    static final Cause WHOLE = new Cause(0, Integer.MAX_VALUE);

    /** Slots that came, went or changed; at least one. */
    static Cause of(List<Slot> slots) {
        int from = NOWHERE;
        int align = 1;
        for (Slot slot : slots) {
            for (MemberFacts member : slot.members().toList()) {
                from = Math.min(from, member.offset());
                align = Math.max(align, member.align());
            }
        }
        return new Cause(from, align);
    }

    /** A slot behind all others. */
    static Cause appended(Slot slot) {
        return new Cause(NOWHERE, of(List.of(slot)).align());
    }

    Cause and(Cause other) {
        return new Cause(Math.min(from, other.from), Math.max(align, other.align));
    }

    /** Whether the alignment of the struct follows, up or down. */
    boolean accountsForAlignment(StructFacts old, StructFacts now) {
        return align >= Math.max(old.align(), now.align());
    }
}
