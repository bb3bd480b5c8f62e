package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * What differs between strings and bytes, the types whose stored form isn't valid for all bytes.
 *
 * @param bound bytes of storage; 0 for what is stored elsewhere, in memory of an allocator
 */
record CheckedType(boolean isText, int bound) {
    /** Null for types that are valid whatever their bytes. */
    static @Nullable CheckedType of(FieldType type) {
        if (type instanceof FieldType.BoundedString text) {
            return new CheckedType(true, text.maxSize());
        }
        if (type instanceof FieldType.BoundedBytes bytes) {
            return new CheckedType(false, bytes.maxSize());
        }
        if (type instanceof FieldType.UnboundedString) {
            return new CheckedType(true, 0);
        }
        return type instanceof FieldType.UnboundedBytes ? new CheckedType(false, 0) : null;
    }

    /** Whether it is stored elsewhere, so that who sets it names an allocator. */
    boolean isOwned() {
        return bound == 0;
    }

    /** What users see. */
    String view() {
        return isText ? "&str" : "&[u8]";
    }

    /** The same for a lifetime. */
    String view(String lifetime) {
        return isText ? "&" + lifetime + " str" : "&" + lifetime + " [u8]";
    }

    /** What can go wrong on reading, as links for the documentation. */
    String readErrors(String support) {
        if (isOwned()) {
            String errors = errors(support, "BadPointer") + ", " + errors(support, "BadSize");
            return isText ? errors + " and " + errors(support, "NotUtf8") : errors;
        }
        return isText
                ? errors(support, "Unterminated") + " and " + errors(support, "NotUtf8")
                : errors(support, "BadCount");
    }

    /** What can go wrong on writing, as links for the documentation. */
    String writeErrors(String support) {
        if (isOwned()) {
            return errors(support, "OutOfMemory");
        }
        return isText
                ? errors(support, "TooLong") + " and " + errors(support, "ContainsNul")
                : errors(support, "TooLong");
    }

    static String errors(String support, String variant) {
        return "[`Error::" + variant + "`](" + support + "::Error::" + variant + ")";
    }
}
