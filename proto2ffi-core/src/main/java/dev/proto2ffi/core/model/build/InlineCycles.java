package dev.proto2ffi.core.model.build;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * Finds messages that hold themselves inline, directly or through others: such a struct would be infinitely large. Walks
 * with a stack of its own, for a schema may chain more messages than the thread's stack bears.
 */
final class InlineCycles {
    private final Schema schema;
    private final Diagnostics diagnostics;
    private final Set<String> finished = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Deque<Frame> stack = new ArrayDeque<>();

    private record Frame(StructDef struct, Iterator<FieldDef> fields) {}

    private InlineCycles(Schema schema, Diagnostics diagnostics) {
        this.schema = schema;
        this.diagnostics = diagnostics;
    }

    /** Reports each field that closes a cycle. */
    static void report(Schema schema, Diagnostics diagnostics) {
        InlineCycles search = new InlineCycles(schema, diagnostics);
        for (StructDef struct : schema.structs()) {
            search.walk(struct);
        }
    }

    private void walk(StructDef root) {
        if (!finished.contains(root.fullName())) {
            enter(root);
        }
        while (!stack.isEmpty()) {
            Frame frame = stack.getLast();
            if (!frame.fields().hasNext()) {
                stack.removeLast();
                open.remove(frame.struct().fullName());
                finished.add(frame.struct().fullName());
                continue;
            }
            FieldDef field = frame.fields().next();
            String held = field.type().inlineStruct();
            if (held == null || finished.contains(held)) {
                continue;
            }
            if (open.contains(held)) {
                report(field, held);
            } else {
                enter(schema.struct(held));
            }
        }
    }

    private void enter(StructDef struct) {
        open.add(struct.fullName());
        stack.addLast(new Frame(struct, struct.fields().iterator()));
    }

    private void report(FieldDef field, String held) {
        Diagnostic diagnostic = Diagnostic.error(
                "not-supported-yet",
                field.span(),
                "field " + field.name() + " closes a cycle: " + held
                        + " would hold itself. Recursive messages are not supported yet");
        diagnostics.add(diagnostic
                .withLabel(schema.struct(held).span(), "the message")
                .withHelp("until then, refer to the other struct by its index in an array"));
    }
}
