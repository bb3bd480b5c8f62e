package dev.proto2ffi.core.link;

import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.Node;
import dev.proto2ffi.core.syntax.ReservedNode;
import dev.proto2ffi.core.syntax.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message: declared as such, or as a group, or implied by a map field. */
final class MessageSymbol extends Symbol {
    /** Where its field numbers end unless it is a message set: one behind the largest. */
    static final int END_OF_NUMBERS = (1 << 29);

    final @Nullable MessageSymbol parent;

    /** A MessageNode, GroupNode or MapFieldNode; null where the message comes from a descriptor. */
    final @Nullable Node node;

    final Visibility visibility;
    final boolean mapEntry;
    final List<FieldSymbol> fields = new ArrayList<>();

    /** Extensions declared inside, whatever they extend. */
    final List<FieldSymbol> extensions = new ArrayList<>();

    final List<MessageSymbol> messages = new ArrayList<>();
    final List<EnumSymbol> enums = new ArrayList<>();

    /** Synthetic ones last. */
    final List<OneofSymbol> oneofs = new ArrayList<>();

    final List<ExtensionRange> extensionRanges = new ArrayList<>();
    final List<ReservedNode> reserved = new ArrayList<>();

    /** Extensions of this message, from all files of the run. */
    final Map<Integer, FieldSymbol> extendedBy = new HashMap<>();

    private final Map<String, FieldSymbol> byName = new HashMap<>();
    private final Map<Integer, FieldSymbol> byNumber = new HashMap<>();

    private int nextFree;

    /** Set once options are interpreted, except for the range ends, which depend on the option as written. */
    boolean messageSet;

    MessageSymbol(
            FileUnit file,
            @Nullable MessageSymbol parent,
            String name,
            String fullName,
            Span span,
            Span nameSpan,
            Visibility visibility,
            boolean mapEntry,
            @Nullable Node node) {
        super(file, name, fullName, span, nameSpan);
        this.parent = parent;
        this.node = node;
        this.visibility = visibility;
        this.mapEntry = mapEntry;
    }

    /** A range of numbers for extensions; {@code end} is exclusive. */
    static final class ExtensionRange {
        final MessageSymbol message;
        final Span span;
        final int start;
        int end;

        @Nullable OptionSet options;

        ExtensionRange(MessageSymbol message, Span span, int start, int end) {
            this.message = message;
            this.span = span;
            this.start = start;
            this.end = end;
        }
    }

    void addField(FieldSymbol field) {
        fields.add(field);
        byName.putIfAbsent(field.name, field);
    }

    /**
     * Takes the number for a field.
     *
     * @return the field that has it already, or null
     */
    @Nullable FieldSymbol claimNumber(FieldSymbol field) {
        return byNumber.putIfAbsent(field.number, field);
    }

    /** The smallest number that no field has, nor any range of extensions. */
    int nextFreeNumber() {
        if (nextFree == 0) {
            Set<Integer> taken = new HashSet<>();
            for (FieldSymbol each : fields) {
                taken.add(each.number);
            }
            nextFree = 1;
            while (true) {
                ExtensionRange range = extensionRange(nextFree);
                if (range != null) {
                    nextFree = range.end;
                } else if (taken.contains(nextFree)) {
                    nextFree++;
                } else {
                    break;
                }
            }
        }
        return nextFree;
    }

    @Nullable FieldSymbol field(String fieldName) {
        return byName.get(fieldName);
    }

    @Nullable FieldSymbol field(int number) {
        return byNumber.get(number);
    }

    @Nullable ExtensionRange extensionRange(int number) {
        for (ExtensionRange range : extensionRanges) {
            if (range.start <= number && number < range.end) {
                return range;
            }
        }
        return null;
    }

    @Override
    String kind() {
        return "message";
    }

    @Override
    boolean isScope() {
        return true;
    }

    @Override
    @Nullable Symbol parent() {
        return parent;
    }
}
