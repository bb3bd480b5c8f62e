package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts every struct behind those that it holds inline, otherwise keeps declaration order. The model guarantees that
 * inline edges have no cycle. With a stack of its own: a schema may chain more messages than the thread's stack bears.
 */
final class InlineOrder {
    private final Schema schema;
    private final List<StructDef> ordered = new ArrayList<>();
    private final Set<String> begun = new HashSet<>();

    private InlineOrder(Schema schema) {
        this.schema = schema;
    }

    static List<StructDef> of(Schema schema) {
        InlineOrder order = new InlineOrder(schema);
        schema.structs().forEach(order::visit);
        return order.ordered;
    }

    /** The names of the structs that a struct holds inline, in declaration order. */
    static Set<String> edges(StructDef struct) {
        Set<String> names = new LinkedHashSet<>();
        for (FieldDef field : struct.fields()) {
            String name = field.type().inlineStruct();
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private record Frame(StructDef struct, Iterator<String> edges) {}

    private void visit(StructDef root) {
        Deque<Frame> stack = new ArrayDeque<>();
        enter(root, stack);
        while (!stack.isEmpty()) {
            Frame frame = stack.getLast();
            if (frame.edges().hasNext()) {
                enter(schema.struct(frame.edges().next()), stack);
            } else {
                ordered.add(stack.removeLast().struct());
            }
        }
    }

    private void enter(StructDef struct, Deque<Frame> stack) {
        if (begun.add(struct.fullName())) {
            stack.addLast(new Frame(struct, edges(struct).iterator()));
        }
    }
}
