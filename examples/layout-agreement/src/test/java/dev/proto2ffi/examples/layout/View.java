package dev.proto2ffi.examples.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one language sees of all structs of an example. Keys are {@code social.Post} and {@code social.Post content};
 * values are {@code size 5584, align 8} and {@code offset 20, size 5000}.
 *
 * @param who sees it, such as gcc
 */
record View(String who, Map<String, String> facts) {
    View {
        facts = Map.copyOf(facts);
    }

    /** From the output of a probe: lines of a key, a tab and a value. */
    static View parse(String who, String lines) {
        Map<String, String> facts = new TreeMap<>();
        lines.lines().forEach(line -> {
            String[] parts = line.split("\t", -1);
            if (parts.length != 2 || facts.put(parts[0], parts[1]) != null) {
                throw new AssertionError(who + " printed: " + line);
            }
        });
        return new View(who, facts);
    }

    /** What the two don't agree on, a line each; empty when they see the same structs, members and numbers. */
    List<String> differences(View that) {
        TreeSet<String> keys = new TreeSet<>(facts.keySet());
        keys.addAll(that.facts.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String here = facts.getOrDefault(key, "nothing");
            String there = that.facts.getOrDefault(key, "nothing");
            if (!here.equals(there)) {
                differences.add(key + ": " + who + " sees " + here + ", " + that.who + " sees " + there);
            }
        }
        return differences;
    }
}
