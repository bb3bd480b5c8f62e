package dev.proto2ffi.core.evolve;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A message in memory.
 *
 * @param size in bytes
 * @param align in bytes
 * @param flat whether it holds no pointer
 * @param members by offset; those of a union behind it
 * @param presenceBits index of each presence bit by its field's number
 * @param atomic numbers of the fields with atomic access
 */
record StructFacts(
        int size,
        int align,
        boolean flat,
        long fingerprint,
        List<MemberFacts> members,
        Map<Integer, Integer> presenceBits,
        Set<Integer> atomic) {
    StructFacts {
        members = List.copyOf(members);
        presenceBits = Collections.unmodifiableMap(new TreeMap<>(presenceBits));
        atomic = Collections.unmodifiableSet(new TreeSet<>(atomic));
    }
}
