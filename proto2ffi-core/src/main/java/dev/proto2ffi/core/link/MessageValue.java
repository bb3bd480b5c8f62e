package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FieldOptions.OptionRetention;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A message of a type that is known only from the schema, while options are being interpreted.
 *
 * <p>Values are {@code Long} (integers, bool, enum), {@code Double}, {@code Float}, {@code byte[]} (string, bytes) and
 * {@code MessageValue}. It serialises as protoc's dynamic messages do: by field number, map entries in the order in which
 * they were written and with both key and value.
 */
final class MessageValue {
    final MessageSymbol type;
    private final TreeMap<Integer, Entry> entries = new TreeMap<>();

    /** A field and its values, of which a singular field has one. */
    record Entry(FieldSymbol field, List<Object> values) {}

    MessageValue(MessageSymbol type) {
        this.type = type;
    }

    boolean has(FieldSymbol field) {
        return entries.containsKey(field.number);
    }

    Iterable<Entry> entries() {
        return entries.values();
    }

    /** The value of a singular field, or null. */
    @Nullable Object get(FieldSymbol field) {
        Entry entry = entries.get(field.number);
        return entry == null ? null : entry.values().get(0);
    }

    /** The other field of its oneof that is set, or null. */
    @Nullable FieldSymbol setSibling(FieldSymbol field) {
        if (field.oneof != null) {
            for (FieldSymbol sibling : field.oneof.fields) {
                if (sibling != field && has(sibling)) {
                    return sibling;
                }
            }
        }
        return null;
    }

    /** Sets a singular field, or adds to a repeated one; other members of its oneof are cleared. */
    void put(FieldSymbol field, Object value) {
        FieldSymbol sibling = setSibling(field);
        if (sibling != null) {
            entries.remove(sibling.number);
        }
        Entry entry = entries.get(field.number);
        if (entry == null) {
            entry = new Entry(field, new ArrayList<>(1));
            entries.put(field.number, entry);
        } else if (!field.isRepeated()) {
            entry.values().clear();
        }
        entry.values().add(value);
    }

    /** How many values a field has. */
    int count(FieldSymbol field) {
        Entry entry = entries.get(field.number);
        return entry == null ? 0 : entry.values().size();
    }

    /** The message in a singular message field, made where there is none. */
    MessageValue child(FieldSymbol field, MessageSymbol messageType) {
        Object present = get(field);
        if (present instanceof MessageValue message) {
            return message;
        }
        MessageValue made = new MessageValue(messageType);
        put(field, made);
        return made;
    }

    /** Names of required fields that are missing, here and below, such as {@code a} and {@code b[0].c}. */
    void collectMissing(String prefix, List<String> missing) {
        for (FieldSymbol field : type.fields) {
            if (field.isRequired() && !has(field)) {
                missing.add(prefix + field.name);
            }
        }
        for (Entry entry : entries.values()) {
            int index = 0;
            for (Object value : entry.values()) {
                if (value instanceof MessageValue message) {
                    String name = entry.field().isExtension() ? "(" + entry.field().fullName + ")" : entry.field().name;
                    String at = entry.field().isRepeated() ? "[" + index + "]" : "";
                    message.collectMissing(prefix + name + at + ".", missing);
                }
                index++;
            }
        }
    }

    /** Whether something in it is for the compiler only. */
    boolean hasSourceRetention() {
        for (Entry entry : entries.values()) {
            if (isSourceOnly(entry.field())) {
                return true;
            }
            for (Object value : entry.values()) {
                if (value instanceof MessageValue message
                        && !entry.field().isDelimited()
                        && message.hasSourceRetention()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it has retention SOURCE: descriptors at run time are without it. */
    static boolean isSourceOnly(FieldSymbol field) {
        return field.fieldOptions().getRetention() == OptionRetention.RETENTION_SOURCE;
    }

    /** @param strip whether to leave out what has retention SOURCE */
    byte[] toBytes(boolean strip) {
        WireWriter out = new WireWriter();
        writeTo(out, strip);
        return out.toBytes();
    }

    private void writeTo(WireWriter out, boolean strip) {
        for (Entry entry : entries.values()) {
            FieldSymbol field = entry.field();
            if (strip && isSourceOnly(field)) {
                continue;
            }
            if (type.messageSet && field.isExtension() && field.isMessage() && !field.isRepeated()) {
                MessageValue message = (MessageValue) entry.values().get(0);
                out.messageSetItem(field.number, message.toBytes(strip));
            } else if (field.isPacked()) {
                WireWriter packed = new WireWriter();
                for (Object value : entry.values()) {
                    packed.scalar(field.type, value);
                }
                out.tag(field.number, WireWriter.BYTES);
                out.bytes(packed.toBytes());
            } else {
                for (Object value : entry.values()) {
                    write(out, field, value, strip);
                }
            }
        }
    }

    private static void write(WireWriter out, FieldSymbol field, Object value, boolean strip) {
        if (value instanceof MessageValue message) {
            if (field.isDelimited()) {
                out.tag(field.number, WireWriter.START_GROUP);
                // protoc doesn't look for what to strip between group tags.
                message.writeTo(out, false);
                out.tag(field.number, WireWriter.END_GROUP);
            } else {
                out.tag(field.number, WireWriter.BYTES);
                out.bytes(message.toBytes(strip));
            }
        } else if (field.hasPresence()
                || field.isRepeated()
                || (field.parent != null && field.parent.mapEntry)
                || !isZero(value)) {
            out.tag(field.number, WireWriter.wireType(field.type));
            out.scalar(field.type, value);
        }
    }

    /** Whether it is the default of a field without presence, which is never written; minus zero isn't. */
    static boolean isZero(Object value) {
        if (value instanceof Long number) {
            return number == 0;
        }
        if (value instanceof Double number) {
            return Double.doubleToRawLongBits(number) == 0;
        }
        if (value instanceof Float number) {
            return Float.floatToRawIntBits(number) == 0;
        }
        return value instanceof byte[] bytes && bytes.length == 0;
    }
}
