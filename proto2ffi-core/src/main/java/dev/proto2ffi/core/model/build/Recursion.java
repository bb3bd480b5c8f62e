package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which fields would make a struct hold itself inline, directly or through others, and so make it infinitely large.
 *
 * <p>Inline are singular messages, and repeated and map fields with a bound. A bound that comes from the file's default is
 * no wish of the schema's author for this field: on a cycle it is ignored, so that the field becomes a span. What then
 * still stands on a cycle is stored by pointer if it is singular, and is an error if it has a bound of its own.
 */
final class Recursion {
    /** How a field of message type is stored, cycles left aside. */
    enum Storage {
        /** By pointer, or as span. */
        OUTSIDE,
        SINGULAR,
        BOUNDED,
        BOUNDED_BY_DEFAULT
    }

    private record Edge(FieldDescriptor field, String from, String to, Storage storage) {}

    private final Set<FieldDescriptor> onCycle = new HashSet<>();

    /** Collects the fields of message type of the whole schema, map entries included. */
    static final class Builder {
        private final List<Edge> edges = new ArrayList<>();

        void add(FieldDescriptor field, Storage storage) {
            edges.add(new Edge(
                    field,
                    field.getContainingType().getFullName(),
                    field.getMessageType().getFullName(),
                    storage));
        }

        Recursion build() {
            Recursion recursion = new Recursion();
            recursion.mark(edges, edge -> edge.storage() == Storage.BOUNDED_BY_DEFAULT);
            recursion.mark(edges, edge -> true);
            return recursion;
        }
    }

    private Recursion() {}

    /** Whether the field can't be stored inline. */
    boolean breaks(FieldDescriptor field) {
        return onCycle.contains(field);
    }

    /** Marks the wanted edges that stand on a cycle of inline edges; marked ones no longer count as inline. */
    private void mark(List<Edge> edges, Predicate<Edge> wanted) {
        Map<String, List<String>> graph = new HashMap<>();
        List<Edge> inline = edges.stream()
                .filter(edge -> edge.storage() != Storage.OUTSIDE && !onCycle.contains(edge.field()))
                .toList();
        inline.forEach(edge ->
                graph.computeIfAbsent(edge.from(), name -> new ArrayList<>()).add(edge.to()));
        Map<String, Integer> components = new Components(graph).find();
        for (Edge edge : inline) {
            Integer component = components.get(edge.from());
            if (component != null && component.equals(components.get(edge.to())) && wanted.test(edge)) {
                onCycle.add(edge.field());
            }
        }
    }

    /**
     * Strongly connected components: two nodes are in one where each is reached from the other. Tarjan's algorithm, with a
     * stack of its own, for a schema may chain more messages than the thread's stack bears.
     */
    private static final class Components {
        private final Map<String, List<String>> graph;
        private final Map<String, Integer> index = new HashMap<>();
        private final Map<String, Integer> lowest = new HashMap<>();
        private final Map<String, Integer> components = new HashMap<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final Deque<Frame> stack = new ArrayDeque<>();

        private static final class Frame {
            private final String node;
            private final List<String> next;
            private int position;

            Frame(String node, List<String> next) {
                this.node = node;
                this.next = next;
            }
        }

        Components(Map<String, List<String>> graph) {
            this.graph = graph;
        }

        /** The number of each node's component. */
        Map<String, Integer> find() {
            for (String node : graph.keySet()) {
                if (!index.containsKey(node)) {
                    enter(node);
                    walk();
                }
            }
            return components;
        }

        private void walk() {
            while (!stack.isEmpty()) {
                Frame frame = stack.getLast();
                if (frame.position == frame.next.size()) {
                    leave(stack.removeLast().node);
                    continue;
                }
                String next = frame.next.get(frame.position++);
                if (!index.containsKey(next)) {
                    enter(next);
                } else if (!components.containsKey(next)) {
                    lower(frame.node, index.getOrDefault(next, 0));
                }
            }
        }

        private void enter(String node) {
            lowest.put(node, index.size());
            index.put(node, index.size());
            open.addLast(node);
            stack.addLast(new Frame(node, graph.getOrDefault(node, List.of())));
        }

        private void leave(String node) {
            int low = lowest.getOrDefault(node, 0);
            if (low == index.getOrDefault(node, 0)) {
                String member;
                do {
                    member = open.removeLast();
                    components.put(member, low);
                } while (!member.equals(node));
            }
            if (!stack.isEmpty()) {
                lower(stack.getLast().node, low);
            }
        }

        private void lower(String node, int low) {
            lowest.merge(node, low, Math::min);
        }
    }
}
