package dev.proto2ffi.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What differs between the schema of Java classes and that of a library, by their canonical texts; a line for each. */
final class SchemaDifferences {
    /** More would bury the first, which most often explain the rest. */
    private static final int MOST = 30;

    private final List<String> lines = new ArrayList<>();
    private int untold;

    private SchemaDifferences() {}

    /** Between two versions of a service; at least one line. */
    static List<String> ofServices(ServiceType<?> java, NativeService built) {
        SchemaDifferences differences = new SchemaDifferences();
        Map<String, String> ours = sections(java.text());
        Map<String, String> theirs = new LinkedHashMap<>();
        built.layouts().forEach((name, layout) -> theirs.put("struct " + name, layout.text()));
        String service = "service " + java.name();
        String ourService = ours.getOrDefault(service, "");
        ours.remove(service);
        for (String struct : union(ours, theirs)) {
            differences.compare(struct, ours, theirs);
        }
        differences.compareMembers("rpc ", ourService, built.text());
        if (differences.lines.isEmpty()) {
            differences.lines.add("fingerprint " + Long.toHexString(java.fingerprint()) + " in Java, "
                    + Long.toHexString(built.fingerprint()) + " in the library: the order of the rpcs");
        }
        return differences.result();
    }

    /** Between the Java classes of messages and the service that they belong to. */
    static List<String> ofClasses(ServiceType<?> java, NativeService built) {
        SchemaDifferences differences = new SchemaDifferences();
        Set<StructType<?>> messages = new LinkedHashSet<>();
        java.rpcs().forEach(rpc -> messages.addAll(rpc.messages()));
        for (StructType<?> message : messages) {
            NativeService.Layout layout = built.layouts().get(message.name());
            if (layout == null || layout.fingerprint() != message.fingerprint()) {
                differences.add("struct " + message.name()
                        + ": the Java class was generated from another schema than the service's; generate all anew");
            }
        }
        return differences.result();
    }

    private List<String> result() {
        if (untold > 0) {
            lines.add("and " + untold + " more");
        }
        return lines;
    }

    private void add(String line) {
        if (lines.size() < MOST) {
            lines.add(line);
        } else {
            untold++;
        }
    }

    private void compare(String struct, Map<String, String> ours, Map<String, String> theirs) {
        String our = ours.get(struct);
        String their = theirs.get(struct);
        if (our == null) {
            add(struct + ": only in the library");
        } else if (their == null) {
            add(struct + ": only in Java");
        } else if (!our.equals(their)) {
            compareMembers(struct + ", field ", our, their);
            String ourSize = size(our, struct);
            String theirSize = size(their, struct);
            if (!ourSize.equals(theirSize)) {
                add(struct + ": " + ourSize + " in Java, " + theirSize + " in the library");
            }
        }
    }

    /** Compares the indented lines of two texts, whose first words are the names of members. */
    private void compareMembers(String prefix, String our, String their) {
        Map<String, String> ours = members(our);
        Map<String, String> theirs = members(their);
        for (String member : union(ours, theirs)) {
            String mine = ours.get(member);
            String yours = theirs.get(member);
            if (mine == null) {
                add(prefix + member + ": only in the library, " + yours);
            } else if (yours == null) {
                add(prefix + member + ": only in Java, " + mine);
            } else if (!mine.equals(yours)) {
                add(prefix + member + ": " + mine + " in Java, " + yours + " in the library");
            }
        }
    }

    private static Set<String> union(Map<String, String> first, Map<String, String> second) {
        Set<String> union = new LinkedHashSet<>(first.keySet());
        union.addAll(second.keySet());
        return union;
    }

    /** What the first line of a struct says behind its name. */
    private static String size(String section, String struct) {
        String head = section.lines().findFirst().orElse("");
        return head.startsWith(struct) ? head.substring(struct.length()).strip() : head;
    }

    /** The parts of a text by the first two words of their first lines, which aren't indented. */
    private static Map<String, String> sections(String text) {
        Map<String, String> sections = new LinkedHashMap<>();
        String name = "";
        for (String line : text.split("\n", -1)) {
            if (!line.startsWith(" ")) {
                String[] words = line.split(" ", -1);
                name = words.length < 2 ? line : words[0] + " " + words[1];
            }
            if (!line.isEmpty()) {
                sections.merge(name, line + "\n", String::concat);
            }
        }
        return sections;
    }

    private static Map<String, String> members(String section) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String line : section.split("\n", -1)) {
            if (line.startsWith("  ")) {
                String member = line.strip();
                int end = member.indexOf(' ');
                members.put(end < 0 ? member : member.substring(0, end), end < 0 ? "" : member.substring(end + 1));
            }
        }
        return members;
    }
}
