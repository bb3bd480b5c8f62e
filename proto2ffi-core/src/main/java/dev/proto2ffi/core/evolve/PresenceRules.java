package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireField;

/** The presence bits of a struct. */
final class PresenceRules {
    private final MessagePair message;
    private final StructRules struct;

    PresenceRules(MessagePair message, StructRules struct) {
        this.message = message;
        this.struct = struct;
    }

    void compare() {
        for (FieldPairs.Pair pair : message.fields().members()) {
            WireField after = pair.now();
            Integer was = message.old().struct().presenceBits().get(pair.old().number());
            Integer is = message.now().struct().presenceBits().get(after.number());
            if (was == null && is != null) {
                report(Rule.PRESENCE_BIT_ADDED, pair, " has presence bit " + is + " and had none");
            } else if (was != null && is == null) {
                report(Rule.PRESENCE_BIT_REMOVED, pair, " had presence bit " + was + " and has none any more");
            } else if (was != null && !was.equals(is)) {
                report(Rule.PRESENCE_BIT_MOVED, pair, " has presence bit " + is + " and had " + was);
            }
        }
    }

    private void report(Rule rule, FieldPairs.Pair pair, String text) {
        struct.report(
                rule,
                pair.now().name(),
                message.subject(pair.now()) + text,
                pair.old().span(),
                pair.now().span(),
                rule == Rule.PRESENCE_BIT_MOVED ? null : struct.presenceWords());
    }
}
