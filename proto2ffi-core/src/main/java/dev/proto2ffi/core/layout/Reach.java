package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which structs each struct of a schema reaches through its fields, directly or through others. */
final class Reach {
    /** Full names of all structs, sorted; a struct's rank is its place here. */
    private final String[] names;

    private final Map<String, Integer> ranks = new HashMap<>();

    /** Ranks of the structs that the struct of each rank holds directly. */
    private final int[][] edges;

    Reach(Schema schema) {
        names = schema.structs().stream().map(StructDef::fullName).sorted().toArray(String[]::new);
        for (int rank = 0; rank < names.length; rank++) {
            ranks.put(names[rank], rank);
        }
        edges = new int[names.length][];
        for (StructDef struct : schema.structs()) {
            edges[rank(struct.fullName())] = struct.fields().stream()
                    .map(field -> field.type().reachedStruct())
                    .filter(Objects::nonNull)
                    .distinct()
                    .mapToInt(this::rank)
                    .toArray();
        }
    }

    private int rank(String name) {
        Integer rank = ranks.get(name);
        if (rank == null) {
            throw new IllegalArgumentException("no struct " + name);
        }
        return rank;
    }

    /** The names of all structs that one reaches but its own, sorted. */
    List<String> from(String name) {
        int start = rank(name);
        BitSet reached = new BitSet(names.length);
        Deque<Integer> pending = new ArrayDeque<>();
        pending.add(start);
        while (!pending.isEmpty()) {
            for (int next : edges[pending.removeLast()]) {
                if (!reached.get(next)) {
                    reached.set(next);
                    pending.addLast(next);
                }
            }
        }
        reached.clear(start);
        return Arrays.asList(reached.stream().mapToObj(rank -> names[rank]).toArray(String[]::new));
    }
}
