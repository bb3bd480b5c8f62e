package dev.proto2ffi.core.model.wire;

import dev.proto2ffi.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message.
 *
 * @param fullName such as {@code social.Post.Author}
 * @param mapEntry whether it is the entry of a map
 * @param reserved numbers that no field may have
 * @param reservedNames names that no field may have
 * @param extensions numbers that other files may give to fields of theirs
 * @param span its name in its declaration
 */
public record WireMessage(
        String fullName,
        boolean mapEntry,
        List<WireField> fields,
        List<WireRange> reserved,
        List<String> reservedNames,
        List<WireRange> extensions,
        Span span) {
    public WireMessage {
        fields = List.copyOf(fields);
        reserved = List.copyOf(reserved);
        reservedNames = List.copyOf(reservedNames);
        extensions = List.copyOf(extensions);
    }

    /** The field with this number; null where there is none. */
    public @Nullable WireField field(int number) {
        for (WireField field : fields) {
            if (field.number() == number) {
                return field;
            }
        }
        return null;
    }

    /** The field with this name; null where there is none. */
    public @Nullable WireField field(String name) {
        for (WireField field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }
}
