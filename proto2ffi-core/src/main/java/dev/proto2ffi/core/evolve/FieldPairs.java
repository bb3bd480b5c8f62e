package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireField;
import dev.proto2ffi.core.model.wire.WireField.Cardinality;
import dev.proto2ffi.core.model.wire.WireMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a message is which. The same name is the same field, whatever its number, unless the old number is reserved
 * now; of the others, the same number is the same field under another name, if what was written for the old one can be read
 * as the new one. In memory a name is the same member even where its old number is reserved: numbers have no place there.
 */
final class FieldPairs {
    /** A field before and after. */
    record Pair(WireField old, WireField now) {
        boolean isRenamed() {
            return !old.name().equals(now.name());
        }
    }

    private final List<Pair> pairs = new ArrayList<>();
    private final List<Pair> retired = new ArrayList<>();
    private final List<WireField> removed = new ArrayList<>();
    private final List<WireField> added = new ArrayList<>();
    private final Map<String, WireField> nowByOldName = new HashMap<>();
    private final Map<String, String> oneofs = new HashMap<>();

    private FieldPairs() {}

    static FieldPairs of(WireMessage old, WireMessage now, NameMap names) {
        FieldPairs pairs = new FieldPairs();
        Set<String> paired = new HashSet<>();
        for (WireField field : old.fields()) {
            WireField found = now.field(field.name());
            if (found != null && found.number() != field.number() && isReserved(field.number(), now)) {
                // The old one was retired in good order; this is another one under its name.
                pairs.removed.add(field);
                pairs.retired.add(new Pair(field, found));
                continue;
            }
            if (found == null) {
                found = renamed(field, old, now, names);
            }
            if (found == null) {
                pairs.removed.add(field);
            } else {
                pairs.pairs.add(new Pair(field, found));
                pairs.nowByOldName.put(field.name(), found);
                paired.add(found.name());
            }
        }
        now.fields().stream().filter(field -> !paired.contains(field.name())).forEach(pairs.added::add);
        pairs.pairOneofs(oneofs(old), oneofs(now));
        return pairs;
    }

    static boolean isReserved(int number, WireMessage message) {
        return message.reserved().stream().anyMatch(range -> range.contains(number));
    }

    private static @Nullable WireField renamed(WireField field, WireMessage old, WireMessage now, NameMap names) {
        WireField same = now.field(field.number());
        if (same == null || old.field(same.name()) != null) {
            return null;
        }
        boolean repeated = field.cardinality() == Cardinality.REPEATED;
        boolean alike = names.translate(field.type()).equals(same.type())
                || (field.type().isReadAs(same.type())
                        && field.type().kind() != same.type().kind());
        return alike && repeated == (same.cardinality() == Cardinality.REPEATED) ? same : null;
    }

    private static Set<String> oneofs(WireMessage message) {
        Set<String> names = new HashSet<>();
        for (WireField field : message.fields()) {
            if (field.oneof() != null) {
                names.add(field.oneof());
            }
        }
        return names;
    }

    /** A oneof is renamed where all that is left of its fields is in a new one. */
    private void pairOneofs(Set<String> old, Set<String> now) {
        for (String name : old) {
            if (now.contains(name)) {
                oneofs.put(name, name);
                continue;
            }
            Set<String> holders = new HashSet<>();
            for (Pair pair : pairs) {
                if (name.equals(pair.old().oneof())) {
                    holders.add(pair.now().oneof() == null ? "" : pair.now().oneof());
                }
            }
            String holder = holders.size() == 1 ? holders.iterator().next() : "";
            if (!holder.isEmpty() && !old.contains(holder) && !oneofs.containsValue(holder)) {
                oneofs.put(name, holder);
            }
        }
    }

    /** Fields that are in both, in the order of the old message. */
    List<Pair> pairs() {
        return pairs;
    }

    /**
     * Fields whose member in memory is in both: the pairs, and those whose names others have now that their numbers are
     * reserved.
     */
    List<Pair> members() {
        List<Pair> members = new ArrayList<>(pairs);
        members.addAll(retired);
        return members;
    }

    List<WireField> removed() {
        return removed;
    }

    List<WireField> added() {
        return added;
    }

    /** The field that an old one has become; null where it is gone. */
    @Nullable WireField now(String oldName) {
        return nowByOldName.get(oldName);
    }

    /** New names of old oneofs. */
    Map<String, String> oneofs() {
        return oneofs;
    }

    /** What an old oneof is called now; null for none, and where it is gone. */
    @Nullable String oneof(@Nullable String oldName) {
        return oldName == null ? null : oneofs.get(oldName);
    }
}
