package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.evolve.LockLine.BadLine;
import dev.proto2ffi.core.model.wire.WireEnum;
import dev.proto2ffi.core.model.wire.WireRange;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a lock file says of an enum. */
final class EnumSection extends LockSection {
    private final FileSection file;
    private final String name;
    private @Nullable Integer size;
    private @Nullable Boolean closed;
    private final List<WireEnum.Value> values = new ArrayList<>();
    private final List<WireRange> reserved = new ArrayList<>();
    private final List<String> reservedNames = new ArrayList<>();

    EnumSection(FileSection file, String name, Span head) {
        super(head);
        this.file = file;
        this.name = name;
    }

    @Override
    boolean take(String word, LockLine line) throws BadLine {
        switch (word) {
            case "size" -> {
                only(word, line);
                size = line.number("a number of bytes", 1);
            }
            case "open", "closed" -> {
                only("line 'open' or 'closed'", line);
                closed = word.equals("closed");
            }
            case "value" -> {
                int number = line.number("a number", Integer.MIN_VALUE);
                String value = line.word("a name");
                only("value " + value, line);
                values.add(new WireEnum.Value(value, number, line.span(), line.span()));
            }
            case "reserved" -> reserved.add(range(line, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case "reserved-name" -> reservedNames.add(line.word("a name"));
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    void finish() throws BadLine {
        if (values.isEmpty()) {
            throw new BadLine(head(), "this section has no line 'value'");
        }
        int bytes = required(size, "size");
        boolean isClosed = required(closed, "open' or 'closed");
        WireEnum wire = new WireEnum(name, isClosed, values, reserved, reservedNames, head());
        file.enums.add(new EnumFacts(wire, file.path(), bytes));
    }
}
